package app.parley.cli.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.parley.cli.home.Home;
import app.parley.cli.server.FakeParley;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeParley server = new FakeParley();
    private Home home;

    @BeforeEach
    void open() throws IOException {
        server.account("alice", "alices password");
        home = Home.open(folder, server.uri(), "alice");
    }

    @AfterEach
    void close() throws IOException {
        home.close();
        server.close();
        http.shutdownNow();
    }

    /** Somebody who answers what is asked. */
    private record Person(Queue<String> passwords, boolean agrees) implements SignIn.Questions {

        static Person whoTypes(boolean agrees, String... passwords) {
            return new Person(new ArrayDeque<>(List.of(passwords)), agrees);
        }

        @Override
        public Optional<String> password(String prompt) {
            return Optional.ofNullable(passwords.poll());
        }

        @Override
        public boolean confirm(String question) {
            return agrees;
        }
    }

    private SignIn asking(Person person) {
        return new SignIn(new ParleyApi(http, server.uri()), home, person, "test");
    }

    @Test
    void theSecondTimeNoPasswordIsNeededAndTheDeviceIsTheSame() {
        Session first = asking(Person.whoTypes(false, "alices password")).signIn("alice", null);
        Session second = asking(Person.whoTypes(false)).signIn("alice", null);

        assertThat(second.device()).isEqualTo(first.device());
    }

    @Test
    void aSessionThatIsOverNeedsThePasswordAgainAndTheDeviceStaysTheSame() {
        Session first = asking(Person.whoTypes(false)).signIn("alice", "alices password");
        server.revokeAll();
        Session second = asking(Person.whoTypes(false, "alices password")).signIn("alice", null);

        assertThat(second.device()).isEqualTo(first.device());
    }

    @Test
    void aSessionThatIsForgottenNeedsThePasswordAgainAndTheDeviceStaysTheSame() {
        Session first = asking(Person.whoTypes(false)).signIn("alice", "alices password");
        first.forget();
        Session second = asking(Person.whoTypes(false, "alices password")).signIn("alice", null);

        assertThat(second.device()).isEqualTo(first.device());
    }

    @Test
    void aNewHandleIsRegisteredIfTheUserWantsIt() {
        Session session = asking(Person.whoTypes(true, "a new password", "a new password"))
                .signIn("carol", null);

        assertThat(server.hasAccount("carol")).isTrue();
        assertThat(session.token()).isNotBlank();
    }

    @Test
    void aNewHandleIsNotRegisteredIfTheUserDoesNotWantIt() {
        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(
                        () -> asking(Person.whoTypes(false, "a new password")).signIn("carol", null));
        assertThat(server.hasAccount("carol")).isFalse();
    }

    @Test
    void aNewPasswordHasToBeTypedTwiceTheSameWay() {
        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> asking(Person.whoTypes(true, "a new password", "a knew password"))
                        .signIn("carol", null));
        assertThat(server.hasAccount("carol")).isFalse();
    }

    @Test
    void aWrongPasswordIsCalledWrongEvenIfTheUserWouldRegister() {
        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> asking(Person.whoTypes(true)).signIn("alice", "guess"))
                .withMessageContaining("taken");
    }

    @Test
    void withoutAnybodyToAskItSaysWhatIsMissing() {
        assertThatExceptionOfType(SignIn.Refused.class)
                .isThrownBy(() -> asking(Person.whoTypes(false)).signIn("alice", null))
                .withMessageContaining("PARLEY_PASSWORD");
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        server.close();

        assertThatExceptionOfType(Unreachable.class)
                .isThrownBy(() -> asking(Person.whoTypes(false)).signIn("alice", "alices password"))
                .withMessageContaining(server.uri().toString());
    }

    @Test
    void manyWhoNeedANewTokenAtOnceCauseOneRefresh() throws Exception {
        Session session = asking(Person.whoTypes(false)).signIn("alice", "alices password");
        session.refused(session.token());

        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<String>> tokens = IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(session::token))
                    .toList();
            for (Future<String> token : tokens) {
                assertThat(token.get()).isEqualTo(session.token());
            }
        }
        assertThat(server.refreshes()).isEqualTo(1);
    }
}
