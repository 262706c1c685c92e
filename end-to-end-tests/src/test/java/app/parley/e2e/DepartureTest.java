package app.parley.e2e;

import static app.parley.e2e.People.path;
import static app.parley.e2e.People.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.People.Person;
import app.parley.e2e.PublicApi.Answer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Ada closes her account. Bob and Carol stay, with what they said, and nothing of her is left in any store. */
@ExtendWith(Suite.class)
class DepartureTest {

    private static final Duration A_MINUTE = Duration.ofSeconds(60);
    private static final int REVOKED = 4502;
    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    private final PublicApi api;
    private final CodeReceiver codes;
    private final People people;
    private final Traces traces;
    private final String name = "ada" + UUID.randomUUID().toString().substring(0, 8);
    private final String email = name + "@example.org";
    private final String text = "said-by-" + name;
    private final String draft = "not-said-by-" + name;

    private Person ada;
    private Person bob;
    private Person carol;
    private UUID pair;
    private UUID own;
    private UUID other;

    DepartureTest(Suite.Running suite) throws SQLException {
        this.api = suite.api();
        this.codes = suite.codes();
        this.people = new People(api);
        this.traces = new Traces(suite);
    }

    @BeforeEach
    void whatTheyHaveTogether() {
        ada = people.person(name);
        bob = people.person("bob");
        carol = people.person("carol");
        pair = ada.phone().send(bob.account().id(), text + " to a pair").conversation();
        own = people.group(ada, bob, carol);
        other = people.group(bob, ada, carol);
        people.archive(bob, pair);
        people.archive(ada, own);
        long seq = ada.phone().say(own, text + " to her group").seq();
        bob.phone()
                .say(
                        own,
                        Map.of(
                                "type",
                                "text",
                                "text",
                                "an answer of Bob's",
                                "mentions",
                                List.of(ada.id()),
                                "replyTo",
                                Map.of("seq", seq)));
        ada.desktop().say(other, text + " to Bob's group");
        bob.phone().say(pair, "what Bob said to the pair");
        proveAddress();
        done(people.call(ada, "PUT", "/v1/contacts/" + bob.id(), Map.of("name", "Bob of " + name)));
        done(people.call(bob, "PUT", "/v1/contacts/" + ada.id(), Map.of("name", "The one called " + name)));
        done(people.call(
                ada, "PATCH", path(pair, "/personal"), Map.of("draft", Map.of("type", "text", "text", draft))));
        done(people.call(
                carol, "POST", "/v1/broadcasts", Map.of("name", "All", "recipients", List.of(ada.id(), bob.id()))));
    }

    @AfterEach
    void everybodyGoes() throws SQLException {
        people.close();
        traces.close();
    }

    @Test
    void nothingOfAnAccountThatIsClosedIsLeftInAnyStore() {
        assertThat(traces.inPostgres(ada.account().id())).isNotEmpty();
        assertThat(traces.inRedis(ada.id())).isNotEmpty();
        assertThat(traces.inCassandra(ada.account().id())).isNotEmpty();
        assertThat(traces.inCassandra(text)).isNotEmpty();

        close();

        List<UUID> ids = List.of(
                ada.account().id(),
                ada.phone().session().device(),
                ada.desktop().session().device());
        await("PostgreSQL").atMost(A_MINUTE).untilAsserted(() -> {
            assertThat(texts().flatMap(its -> traces.inPostgres(its).stream())).isEmpty();
            assertThat(ids.stream().flatMap(id -> traces.inPostgres(id).stream()))
                    .isEmpty();
        });
        await("Redis")
                .atMost(A_MINUTE)
                .untilAsserted(() -> assertThat(
                                Stream.concat(texts(), ids.stream().map(UUID::toString))
                                        .flatMap(its -> traces.inRedis(its).stream()))
                        .isEmpty());
        assertThat(Stream.concat(texts(), ids.stream().map(UUID::toString))
                        .flatMap(its -> traces.inObjects(its).stream()))
                .isEmpty();
        await("Cassandra").atMost(A_MINUTE).untilAsserted(() -> {
            assertThat(texts().flatMap(its -> traces.inCassandra(its).stream())).isEmpty();
            assertThat(ids.stream().flatMap(id -> traces.inCassandra(id).stream()))
                    .isEmpty();
        });
    }

    @Test
    void fromTheAnswerOnNobodyIsThere() {
        close();

        for (Device device : List.of(ada.phone(), ada.desktop())) {
            await("closed").atMost(A_MINUTE).until(() -> device.closed().isDone());
            assertThat(device.closed().join()).isEqualTo(REVOKED);
            assertThat(api.refresh(device.session().refreshToken()).status()).isEqualTo(401);
        }
        assertThat(api.tryLogin(ada.account()).code()).isEqualTo("invalid_credentials");
        assertThat(people.get(bob, "/v1/users/" + ada.id()).code()).isEqualTo("unknown_user");
        assertThat(people.get(ada, "/v1/me").code()).isEqualTo("unknown_user");
        assertThat(people.get(ada, "/v1/me/export").code()).isEqualTo("unknown_user");
        await("each node knows").atMost(A_MINUTE).until(() -> isRefused(pair));
        assertThat(refusal(() -> bob.phone().say(pair, "anybody there?"))).isEqualTo("unknown_user");
        assertThat(refusal(() -> bob.phone().send(ada.account().id(), "anybody there?")))
                .isEqualTo("unknown_user");
    }

    @Test
    void theOthersGoOn() {
        close();

        await("the groups know").atMost(A_MINUTE).untilAsserted(() -> {
            assertThat(people.get(bob, "/v1/conversations/" + own)
                            .json()
                            .path("memberCount")
                            .asLong())
                    .isEqualTo(2);
            assertThat(people.get(bob, "/v1/conversations/" + other)
                            .json()
                            .path("memberCount")
                            .asLong())
                    .isEqualTo(2);
        });
        assertThat(people.get(bob, "/v1/conversations/" + own)
                        .json()
                        .path("role")
                        .asString())
                .as("the owner's id is lower: of those who joined at once")
                .isEqualTo(bob.id().compareTo(carol.id()) < 0 ? "owner" : "member");
        bob.phone()
                .awaitFrame(
                        "message",
                        message -> message.at("/content/change").asString().equals("left"));
        carol.desktop().say(own, "we go on");
        bob.phone()
                .awaitFrame(
                        "message",
                        message -> message.at("/content/text").asString().equals("we go on"));
        JsonNode entry = people.get(bob, "/v1/inbox")
                .json()
                .path("conversations")
                .valueStream()
                .filter(line -> line.path("id").asString().equals(pair.toString()))
                .findAny()
                .orElseThrow();
        assertThat(entry.path("kind").asString()).isEqualTo("direct");
        assertThat(entry.path("with").isNull()).isTrue();
        await("the log forgets").atMost(A_MINUTE).untilAsserted(() -> {
            // of the group, which was archived from the beginning
            Answer read = people.get(bob, path(own, "/messages?after=0&limit=50"));
            assertThat(read.body()).contains("an answer of Bob's", NOBODY).doesNotContain(text, ada.id());
        });
    }

    @Test
    void whatIsKeptCanBeTakenAlongFirst() {
        Answer export = people.get(ada, "/v1/me/export");

        assertThat(export.status()).as(export.body()).isEqualTo(200);
        List<JsonNode> lines =
                export.body().lines().map(PublicApi.json::readTree).toList();
        assertThat(lines.getFirst().path("handle").asString())
                .isEqualTo(ada.account().handle());
        assertThat(lines.getFirst().at("/addresses/0/address").asString()).isEqualTo(email);
        assertThat(lines.getLast().path("type").asString()).isEqualTo("end");
        assertThat(lines)
                .filteredOn(line -> line.path("type").asString().equals("session"))
                .hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.path("type").asString().equals("conversation"))
                .extracting(line -> line.path("id").asString())
                .containsExactlyInAnyOrder(pair.toString(), own.toString(), other.toString());
        assertThat(export.body())
                .contains("Bob of " + name, draft, text + " to her group", "an answer of Bob's")
                .doesNotContain("The one called");
    }

    /** For a moment a node may not have heard of it. */
    private boolean isRefused(UUID conversation) {
        try {
            bob.phone().say(conversation, "anybody there?");
            return false;
        } catch (Device.Refused refused) {
            return true;
        }
    }

    private void close() {
        assertThat(people.call(ada, "DELETE", "/v1/me", Map.of("password", "not hers"))
                        .code())
                .isEqualTo("invalid_credentials");
        Answer closed = people.call(ada, "DELETE", "/v1/me", Map.of("password", PublicApi.PASSWORD));
        assertThat(closed.status()).as(closed.body()).isEqualTo(202);
    }

    private void proveAddress() {
        done(people.call(ada, "POST", "/v1/me/addresses", Map.of("email", email)));
        String code = Objects.requireNonNull(codes.last(email, "verify"));
        done(people.call(ada, "POST", "/v1/me/addresses/verification", Map.of("email", email, "code", code)));
    }

    private static void done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
    }

    /** What was hers alone; her name is in each of them. */
    private Stream<String> texts() {
        return Stream.of(name, ada.account().handle(), email, text, draft);
    }
}
