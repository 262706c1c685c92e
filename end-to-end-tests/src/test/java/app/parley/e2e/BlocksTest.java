package app.parley.e2e;

import static app.parley.e2e.People.path;
import static app.parley.e2e.People.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.People.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What becomes of messages between two of whom one has blocked the other. */
@ExtendWith(Suite.class)
class BlocksTest {

    private final People people;
    private Person alice;
    private Person bob;

    BlocksTest(Suite.Running suite) {
        this.people = new People(suite.api());
    }

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
    }

    @AfterEach
    void disconnect() {
        people.close();
    }

    @Test
    void theVeryNextMessageIsAcceptedAndNeverReachesWhoHasBlockedItsSender() {
        UUID direct = alice.phone().send(bob.account().id(), "hello").conversation();
        alice.phone().say(direct, "before");
        bob.phone().awaitMessages(direct, 2);
        bob.desktop().awaitMessages(direct, 2);
        bob.desktop().close();

        block(bob, alice);
        alice.phone().say(direct, "withheld");
        alice.phone().say(direct, Map.of("type", "reaction", "of", 2, "emoji", "x"));

        alice.desktop().awaitMessages(direct, 4);
        assertThat(refusal(() -> bob.phone().say(direct, "hey"))).isEqualTo("blocked");
        Device bobAgain = people.reconnect(bob.desktop());
        bobAgain.awaitFrame("synced");
        assertThat(history(bob, direct)).doesNotContain(3L, 4L);
        assertThat(people.getOk(bob, path(direct, "/messages")).toString()).doesNotContain("withheld");
        assertThat(bob.phone().log(direct).messages().keySet()).containsExactly(1L, 2L);
        assertThat(bobAgain.log(direct).messages().keySet()).containsExactly(1L, 2L);
        assertThat(people.getOk(alice, path(direct, "/messages/3/receipts"))
                        .path("waitsFor")
                        .toString())
                .contains(bob.id());
        assertThat(inbox(bob).toString()).doesNotContain("withheld");
        assertThat(inbox(bob).path("head").asLong()).isEqualTo(2);

        unblock(bob, alice);
        alice.phone().say(direct, "after");

        await().untilAsserted(() ->
                assertThat(bob.phone().log(direct).messages().keySet()).containsExactly(1L, 2L, 5L));
        await().untilAsserted(() ->
                assertThat(bobAgain.log(direct).messages().keySet()).containsExactly(1L, 2L, 5L));
        assertThat(history(bob, direct)).doesNotContain(3L, 4L);
        bob.phone().say(direct, "hello again");
        alice.desktop().awaitMessages(direct, 6);
    }

    @Test
    void whoHasBlockedSomebodyHearsThemInGroupsAllTheSame() {
        UUID group = people.group(alice, bob);
        block(bob, alice);

        alice.phone().say(group, "everybody");

        bob.phone().awaitMessages(group, 2);
        bob.phone().say(group, "well");
        alice.desktop().awaitMessages(group, 3);
    }

    private void block(Person by, Person whom) {
        assertThat(people.call(by, "PUT", "/v1/blocks/" + whom.id(), null).status())
                .isLessThan(300);
    }

    private void unblock(Person by, Person whom) {
        assertThat(people.call(by, "DELETE", "/v1/blocks/" + whom.id(), null).status())
                .isEqualTo(204);
    }

    private List<Long> history(Person person, UUID conversation) {
        return people.getOk(person, path(conversation, "/messages"))
                .path("messages")
                .valueStream()
                .map(message -> message.path("seq").asLong())
                .toList();
    }

    private JsonNode inbox(Person person) {
        return people.getOk(person, "/v1/inbox").path("conversations").get(0);
    }
}
