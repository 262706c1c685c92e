package app.parley.e2e;

import static app.parley.e2e.People.contents;
import static app.parley.e2e.People.path;
import static app.parley.e2e.People.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.People.Person;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What becomes of messages after they were sent, and the list of conversations, for people with two devices each. */
@ExtendWith(Suite.class)
class MessagesTest {

    private static final String DELETED = "{\"type\":\"deleted\"}";
    private static final Duration SETTLED = Duration.ofSeconds(90);

    private final People people;
    private final Tables tables;
    private Person alice;
    private Person bob;
    private Person carol;

    MessagesTest(Suite.Running suite) {
        this.tables = new Tables(suite.stack());
        this.people = new People(suite.api());
    }

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
    }

    @AfterEach
    void disconnect() {
        people.close();
        tables.close();
    }

    @Test
    void whatIsDeletedForEverybodyIsGoneForWhoWasAwayAndFromEveryTable() {
        UUID group = people.group(alice, bob, carol);
        people.archive(alice, group);
        carol.phone().awaitMessages(group, 2);
        carol.phone().close();
        String secret = "secret " + UUID.randomUUID();
        alice.phone().say(group, secret);
        alice.phone()
                .say(group, Map.of("type", "edit", "of", 3, "content", Map.of("type", "text", "text", secret + "!")));
        bob.phone().awaitMessages(group, 4);
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(tables.logged(group)).contains(3L, 4L));

        alice.desktop().say(group, Map.of("type", "delete", "of", 3));

        bob.desktop().awaitMessages(group, 5);
        Device carolAgain = people.reconnect(carol.phone());
        carolAgain.awaitMessages(group, 5);
        assertThat(contents(carolAgain, group))
                .containsEntry(3L, DELETED)
                .containsEntry(4L, "{\"type\":\"edit\",\"of\":3,\"content\":" + DELETED + "}");
        assertThat(last(bob, group).path("content").toString()).isEqualTo(DELETED);
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(tables.holding(secret)).isEmpty());
        assertThat(refusal(() -> bob.phone().say(group, Map.of("type", "reaction", "of", 3, "emoji", "x"))))
                .isEqualTo("unknown_message");
    }

    @Test
    void anotherOnesMessageIsDeletedByAnAdminOnly() {
        UUID group = people.group(alice, bob, carol);
        bob.phone().say(group, "no good");

        assertThat(refusal(() -> carol.phone().say(group, Map.of("type", "delete", "of", 2))))
                .isEqualTo("not_your_message");
        assertThat(refusal(() -> alice.phone().say(group, Map.of("type", "delete", "of", 1))))
                .isEqualTo("unknown_message");
        alice.phone().say(group, Map.of("type", "delete", "of", 2));

        for (Device device : List.of(bob.phone(), bob.desktop(), carol.phone(), carol.desktop(), alice.desktop())) {
            device.awaitMessages(group, 3);
        }
    }

    @Test
    void messagesDisappearAfterTheTimeThatWasSet() {
        UUID group = people.group(alice, bob, carol);
        people.archive(alice, group);
        people.call(alice, "PATCH", path(group, ""), Map.of("editing", "admins"));
        assertThat(refusal(() -> bob.phone().say(group, Map.of("type", "timer", "seconds", 3))))
                .isEqualTo("not_an_admin");
        alice.phone().say(group, Map.of("type", "timer", "seconds", 3));
        String fleeting = "fleeting " + UUID.randomUUID();
        bob.desktop().say(group, fleeting);

        carol.phone().awaitMessages(group, 5);
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(people.get(carol, path(group, "/messages"))
                                .json()
                                .path("messages")
                                .toString())
                        .contains("timer")
                        .doesNotContain(fleeting));
        await().atMost(SETTLED)
                .untilAsserted(() -> assertThat(tables.holding(fleeting)).isEmpty());
        assertThat(last(carol, group).at("/content/type").asString()).isEqualTo("timer");
        assertThat(entry(carol, group).path("timer").asLong()).isEqualTo(3);
    }

    @Test
    void whomAMessageHasReachedIsToldToWhoIsInTheConversation() {
        UUID group = people.group(alice, bob, carol);
        carol.phone().awaitMessages(group, 1);
        carol.phone().close();
        carol.desktop().close();
        long seq = alice.phone().say(group, "who has it?").seq();
        bob.phone().awaitMessages(group, seq);
        bob.phone().read(group, seq);

        await().untilAsserted(() -> {
            JsonNode receipts = people.get(alice, path(group, "/messages/" + seq + "/receipts"))
                    .json();
            assertThat(texts(receipts.path("deliveredTo"))).containsExactly(bob.id());
            assertThat(texts(receipts.path("readBy"))).containsExactly(bob.id());
            assertThat(texts(receipts.path("waitsFor"))).containsExactly(carol.id());
        });
        assertThat(people.get(alice, path(group, "/messages/99/receipts")).code())
                .isEqualTo("unknown_message");
        assertThat(people.get(people.person("dave"), path(group, "/messages/1/receipts"))
                        .code())
                .isEqualTo("unknown_conversation");
    }

    @Test
    void oneCallShowsAllConversationsInTheirOrder() {
        UUID first = people.group(alice, bob);
        UUID second = people.group(alice, bob, carol);
        people.archive(alice, first);
        people.archive(alice, second);
        UUID direct = alice.phone().send(bob.account().id(), "hello, Bob").conversation();
        alice.phone().say(first, "one");
        alice.phone().say(first, "two");
        alice.phone().say(first, Map.of("type", "edit", "of", 4, "content", Map.of("type", "text", "text", "too")));
        carol.phone().say(second, "three");
        bob.phone().awaitMessages(second, 3);

        assertThat(inbox(bob, ""))
                .extracting(entry -> entry.path("id").asString())
                .containsExactly(second.toString(), first.toString(), direct.toString());
        JsonNode shown = entry(bob, first);
        assertThat(shown.path("unread").asLong()).isEqualTo(2);
        assertThat(shown.at("/last/content/text").asString()).isEqualTo("too");
        assertThat(shown.at("/last/edited").asBoolean()).isTrue();
        assertThat(shown.path("name").asString()).isEqualTo("We");
        assertThat(entry(bob, direct).at("/with/handle").asString())
                .isEqualTo(alice.account().handle());

        bob.desktop().awaitMessages(first, 5);
        bob.desktop().read(first, 3);
        await().untilAsserted(() ->
                assertThat(entry(bob, first).path("unread").asLong()).isEqualTo(1));
        bob.phone().say(first, "me too");
        assertThat(entry(bob, first).path("unread").asLong()).isZero();
        alice.phone().say(first, Map.of("type", "delete", "of", 4));
        assertThat(entry(bob, first).at("/last/content/text").asString()).isEqualTo("me too");

        people.call(bob, "PATCH", path(direct, "/personal"), Map.of("pinned", true));
        people.call(bob, "PATCH", path(second, "/personal"), Map.of("archived", true));
        assertThat(inbox(bob, "?limit=1"))
                .extracting(entry -> entry.path("id").asString())
                .containsExactly(direct.toString());
        assertThat(inbox(bob, "?archived=true"))
                .extracting(entry -> entry.path("id").asString())
                .containsExactly(second.toString());
        String next = people.get(bob, "/v1/inbox?limit=1").json().path("next").asString();
        assertThat(inbox(bob, "?cursor=" + next))
                .extracting(entry -> entry.path("id").asString())
                .containsExactly(first.toString());
        assertThat(people.get(bob, "/v1/inbox?cursor=x").code()).isEqualTo("invalid_field");
    }

    private List<JsonNode> inbox(Person person, String query) {
        return people.getOk(person, "/v1/inbox" + query)
                .path("conversations")
                .valueStream()
                .toList();
    }

    private JsonNode entry(Person person, UUID conversation) {
        return inbox(person, "").stream()
                .filter(entry -> entry.path("id").asString().equals(conversation.toString()))
                .findAny()
                .orElseThrow();
    }

    private JsonNode last(Person person, UUID conversation) {
        return entry(person, conversation).path("last");
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
