package app.parley.e2e;

import static app.parley.e2e.People.contents;
import static app.parley.e2e.People.path;
import static app.parley.e2e.People.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.People.Person;
import app.parley.e2e.PublicApi.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Groups of people with two devices each: who is in them, who hears what, and what messages say of each other. */
@ExtendWith(Suite.class)
class GroupsTest {

    private final PublicApi api;
    private final People people;
    private Person alice;
    private Person bob;
    private Person carol;

    GroupsTest(Suite.Running suite) {
        this.api = suite.api();
        this.people = new People(api);
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
    }

    @Test
    void everybodyHearsTheSameInTheSameOrder() {
        UUID group = people.group(alice, bob, carol);
        alice.phone().say(group, "hello");
        bob.desktop().say(group, Map.of("type", "text", "text", "hi", "replyTo", Map.of("seq", 2)));
        carol.phone().say(group, Map.of("type", "reaction", "of", 2, "emoji", "👍"));
        alice.desktop().say(group, Map.of("type", "edit", "of", 2, "content", Map.of("type", "text", "text", "Hello")));
        assertThat(rename(alice, group, "The others").status()).isEqualTo(200);

        for (Device device : people.devices()) {
            device.awaitMessages(group, 6);
        }
        assertThat(contents(alice.phone(), group)).containsOnlyKeys(1L, 3L, 4L, 5L, 6L);
        assertThat(contents(carol.desktop(), group)).isEqualTo(contents(bob.phone(), group));
        assertThat(alice.phone()
                        .log(group)
                        .messages()
                        .get(6L)
                        .at("/content/name")
                        .asString())
                .isEqualTo("The others");
        assertThat(bob.phone().log(group).messages().get(6L).has("device")).isFalse();
        alice.phone()
                .awaitFrame(
                        "receipt",
                        receipt -> !receipt.has("user")
                                && receipt.path("delivered").asLong() >= 5);
    }

    @Test
    void theVeryNextMessageDoesNotReachWhoWasRemovedNorDoesAnythingElse() {
        UUID group = people.group(alice, bob, carol);
        carol.phone().say(group, "still here");

        assertThat(remove(alice, group, carol).status()).isEqualTo(204);
        alice.phone().say(group, "she is gone");

        bob.phone().awaitMessages(group, 4);
        carol.desktop().awaitMessages(group, 3);
        carol.phone().awaitFrame("message", message -> message.path("seq").asLong() == 3);
        assertThat(refusal(() -> carol.phone().say(group, "let me in"))).isEqualTo("unknown_conversation");
        assertThat(api.get(
                                "/v1/conversations/" + group + "/messages",
                                carol.phone().session())
                        .code())
                .isEqualTo("unknown_conversation");
        Device again = people.reconnect(carol.desktop());
        assertThat(again.log(group).messages().keySet()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoJoinsByAnInviteSeesFromThereOn() {
        UUID group = people.group(alice, bob);
        api.call("PUT", path(group, "/retention"), alice.token(), Map.of("retention", "archive"));
        alice.phone().say(group, "before");
        Answer invite = api.call("POST", path(group, "/invites"), alice.token(), Map.of("uses", 1));
        assertThat(invite.status()).isEqualTo(201);
        String join = "/v1/invites/" + invite.json().path("code").asString();

        assertThat(api.call("POST", join, carol.token(), null).status()).isEqualTo(200);
        alice.phone().say(group, "after");

        carol.phone().awaitMessages(group, 5);
        carol.desktop().awaitMessages(group, 5);
        assertThat(carol.phone().log(group).messages().keySet()).containsExactly(4L, 5L);
        assertThat(seqs(api.get(path(group, "/messages"), carol.phone().session())))
                .containsExactly(4L, 5L);
        assertThat(seqs(api.get(path(group, "/messages"), bob.phone().session())))
                .endsWith(3L, 4L, 5L);
        assertThat(api.call("POST", join, people.person("dave").token(), null).code())
                .isEqualTo("invite_used_up");
    }

    @Test
    void whoWasAwayComesBackToWhatTheOthersHave() {
        UUID group = people.group(alice, bob, carol);
        bob.phone().awaitMessages(group, 1);
        bob.phone().close();
        carol.phone().close();
        carol.desktop().close();
        for (int i = 0; i < 20; i++) {
            alice.phone().say(group, "message " + i);
        }
        remove(alice, group, carol);
        alice.phone().say(group, "without Carol");
        assertThat(api.call("POST", path(group, "/members"), alice.token(), Map.of("users", List.of(carol.id())))
                        .status())
                .isEqualTo(200);
        alice.phone().say(group, "with Carol");
        bob.desktop().awaitMessages(group, 25);

        Device bobAgain = people.reconnect(bob.phone());
        Device carolAgain = people.reconnect(carol.phone());

        assertThat(contents(bobAgain, group)).isEqualTo(contents(bob.desktop(), group));
        await().untilAsserted(() -> assertThat(carolAgain.log(group).messages().keySet())
                .contains(1L, 2L, 21L, 22L, 24L, 25L)
                .doesNotContain(23L));
    }

    @Test
    void aGroupIsListedWithWhatItIs() {
        UUID group = people.group(alice, bob);

        JsonNode listed = api.get("/v1/conversations", bob.phone().session())
                .json()
                .path("conversations")
                .get(0);

        assertThat(listed.path("id").asString()).isEqualTo(group.toString());
        assertThat(listed.path("kind").asString()).isEqualTo("group");
        assertThat(listed.path("name").asString()).isEqualTo("We");
        assertThat(listed.path("memberCount").asInt()).isEqualTo(2);
        assertThat(listed.path("role").asString()).isEqualTo("member");
    }

    @Test
    void rightsAreTheRoles() {
        UUID group = people.group(alice, bob, carol);
        assertThat(remove(bob, group, carol).code()).isEqualTo("not_an_admin");
        assertThat(remove(alice, group, alice).code()).isEqualTo("last_owner");
        assertThat(role(alice, group, bob, "admin").status()).isEqualTo(200);
        assertThat(role(alice, group, carol, "owner").status()).isEqualTo(200);
        assertThat(remove(alice, group, alice).status()).isEqualTo(204);

        assertThat(api.call("PATCH", path(group, ""), bob.token(), Map.of("sending", "admins"))
                        .status())
                .isEqualTo(200);
        assertThat(role(carol, group, bob, "member").status()).isEqualTo(200);
        assertThat(refusal(() -> bob.phone().say(group, "may I?"))).isEqualTo("not_an_admin");
        carol.phone().say(group, "no");
        bob.desktop()
                .awaitFrame(
                        "message",
                        message -> message.at("/content/text").asString("").equals("no"));
    }

    private Answer rename(Person by, UUID group, String name) {
        return api.call("PATCH", path(group, ""), by.token(), Map.of("name", name));
    }

    private Answer remove(Person by, UUID group, Person who) {
        return api.call("DELETE", path(group, "/members/" + who.id()), by.token(), null);
    }

    private Answer role(Person by, UUID group, Person who, String role) {
        return api.call("PUT", path(group, "/members/" + who.id() + "/role"), by.token(), Map.of("role", role));
    }

    private static List<Long> seqs(Answer history) {
        return history.json()
                .path("messages")
                .valueStream()
                .map(message -> message.path("seq").asLong())
                .toList();
    }
}
