package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.launcher.Instance;
import app.parley.launcher.Part;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A store that stops answering. */
@ExtendWith(Suite.class)
class StandstillTest {

    private static final Duration RECOVERY = Duration.ofSeconds(60);

    private final Suite.Running suite;
    private final PublicApi api;

    StandstillTest(Suite.Running suite) {
        this.suite = suite;
        this.api = suite.api();
    }

    @Test
    void aSendThatCannotBeStoredGetsARetryableErrorAndServiceResumes() {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        UUID id = UUID.randomUUID();
        try (Device a = Device.connect(api, api.login(alice));
                Device b = Device.connect(api, api.login(bob))) {
            UUID conversation = a.send(bob.id(), "before").conversation();

            suite.stack().pause(Instance.first(Part.CASSANDRA));
            try {
                assertThat(refusal(a, id, bob)).isEqualTo("unavailable");
                assertThat(b.texts(conversation))
                        .as("nobody gets what was not accepted")
                        .doesNotContain("during");
            } finally {
                suite.stack().resume(Instance.first(Part.CASSANDRA));
            }

            Device.Accepted place = retried(a, id, bob);
            b.awaitMessages(conversation, place.seq());
            assertThat(place.seq()).isEqualTo(2);
            assertThat(b.texts(conversation)).containsExactly("before", "during");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Part.class,
            names = {"POSTGRES", "REDIS"})
    void peopleWhoAreConnectedTalkOnWhile(Part store) {
        Account alice = api.register("alice");
        Account bob = api.register("bob");
        try (Device a = Device.connect(api, api.login(alice));
                Device b = Device.connect(api, api.login(bob))) {
            UUID conversation = a.send(bob.id(), "before").conversation();

            suite.stack().pause(Instance.first(store));
            try {
                assertThat(api.tryLogin(alice).status()).as("login").isEqualTo(503);
                long seq = a.send(bob.id(), "during").seq();
                b.awaitMessages(conversation, seq);
            } finally {
                suite.stack().resume(Instance.first(store));
            }
            await("login").atMost(RECOVERY).until(() -> api.tryLogin(alice).status() == 201);
        }
    }

    private static String refusal(Device from, UUID id, Account to) {
        try {
            Device.Accepted place = from.send(id, to.id(), "during");
            throw new AssertionError("accepted without a store: " + place);
        } catch (Device.Refused refused) {
            assertThat(refused.error.get("retryable").asBoolean()).isTrue();
            return refused.error.get("code").asString();
        }
    }

    private static Device.Accepted retried(Device from, UUID id, Account to) {
        return await("accepted after all")
                .atMost(RECOVERY)
                .until(
                        () -> {
                            try {
                                return from.send(id, to.id(), "during");
                            } catch (Device.Refused refused) {
                                return null;
                            }
                        },
                        place -> place != null);
    }
}
