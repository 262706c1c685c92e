package app.parley.profile.conversation;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Conversation;
import app.parley.profile.api.Pair;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class DirectConversationsTest extends ProfileServiceTest {

    @Autowired
    JdbcTemplate database;

    @Test
    void twoPeopleHaveOneConversationWhoeverAsks() {
        Person ada = client.register("ada");
        Person grace = client.register("grace");

        Conversation made = direct(ada, grace);

        assertThat(made.members()).containsExactlyInAnyOrder(ada.id(), grace.id());
        assertThat(made.retention()).isNull();
        assertThat(direct(grace, ada)).isEqualTo(made);
        assertThat(client.api()
                        .conversations(List.of(UUID.randomUUID(), made.id()))
                        .block())
                .containsExactly(null, made);
    }

    @Test
    void askedForByManyAtOnceItIsMadeOnce() throws Exception {
        Person ada = client.register("ada");
        Person grace = client.register("grace");
        List<Callable<Conversation>> requests = IntStream.range(0, 16)
                .<Callable<Conversation>>mapToObj(i -> () -> i % 2 == 0 ? direct(ada, grace) : direct(grace, ada))
                .toList();

        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Conversation> answers = nodes.invokeAll(requests).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(answers)
                    .singleElement()
                    .satisfies(one -> assertThat(membersStored(one)).isEqualTo(2));
        }
    }

    @Test
    void eachPairHasItsOwnAnswer() {
        Person ada = client.register("ada");
        Person grace = client.register("grace");
        Person mary = client.register("mary");
        Conversation known = direct(ada, grace);

        List<Conversation> found = client.api()
                .direct(List.of(
                        new Pair(mary.id(), UUID.randomUUID()),
                        new Pair(mary.id(), ada.id()),
                        new Pair(UUID.randomUUID(), ada.id()),
                        new Pair(ada.id(), ada.id()),
                        new Pair(grace.id(), ada.id()),
                        new Pair(ada.id(), mary.id())))
                .block();

        assertThat(found.get(1).members()).containsExactlyInAnyOrder(ada.id(), mary.id());
        assertThat(found).containsExactly(null, found.get(1), null, null, known, found.get(1));
    }

    @Test
    void halfAPairIsInvalid() {
        expectProblem(
                askForDirect(List.of(Map.of("first", UUID.randomUUID()))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @Test
    void soManyAreNotAskedForAtOnce() {
        Pair pair = new Pair(UUID.randomUUID(), UUID.randomUUID());

        assertThat(client.api().direct(Collections.nCopies(500, pair)).block())
                .hasSize(500)
                .containsOnlyNulls();
        for (List<Pair> pairs : List.of(List.<Pair>of(), Collections.nCopies(501, pair))) {
            expectProblem(askForDirect(pairs), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"first\": \"ada\", \"second\": \"grace\"}]", "{}", "{"})
    void whatIsNoPairIsMalformed(String body) {
        expectProblem(askForDirect(body), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void nobodyAsksWithoutTheServiceCredential() {
        expectProblem(
                client.internal()
                        .post()
                        .uri("/internal/v1/conversations/lookup")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(List.of(UUID.randomUUID()))
                        .headers(headers -> headers.set("Parley-Service-Credential", "another"))
                        .exchange(),
                HttpStatus.UNAUTHORIZED,
                "unauthenticated");
    }

    private Conversation direct(Person one, Person other) {
        return client.api()
                .direct(List.of(new Pair(one.id(), other.id())))
                .block()
                .getFirst();
    }

    private ResponseSpec askForDirect(Object body) {
        return client.internal()
                .post()
                .uri("/internal/v1/conversations/direct")
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private int membersStored(Conversation conversation) {
        return database.queryForObject(
                "select count(*) from conversation_member where conversation_id = ?", Integer.class, conversation.id());
    }
}
