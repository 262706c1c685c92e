package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Groups of people with two devices each: who is in them, who hears what, and what messages say of each other. */
@ExtendWith(Suite.class)
class GroupsTest {

    private final PublicApi api;
    private final List<Device> devices = new ArrayList<>();
    private Person alice;
    private Person bob;
    private Person carol;

    /** Somebody with two devices that are connected. */
    private record Person(Account account, Device phone, Device desktop) {

        String id() {
            return account.id().toString();
        }
    }

    GroupsTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @BeforeEach
    void people() {
        alice = person("alice");
        bob = person("bob");
        carol = person("carol");
    }

    @AfterEach
    void disconnect() {
        devices.forEach(Device::close);
    }

    @Test
    void everybodyHearsTheSameInTheSameOrder() {
        UUID group = group(alice, bob, carol);
        alice.phone().say(group, "hello");
        bob.desktop().say(group, Map.of("type", "text", "text", "hi", "replyTo", Map.of("seq", 2)));
        carol.phone().say(group, Map.of("type", "reaction", "of", 2, "emoji", "👍"));
        alice.desktop().say(group, Map.of("type", "edit", "of", 2, "content", Map.of("type", "text", "text", "Hello")));
        assertThat(rename(alice, group, "The others").status()).isEqualTo(200);

        for (Device device : devices) {
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
        UUID group = group(alice, bob, carol);
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
        Device again = reconnect(carol.desktop());
        assertThat(again.log(group).messages().keySet()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whoJoinsByAnInviteSeesFromThereOn() {
        UUID group = group(alice, bob);
        api.call("PUT", path(group, "/retention"), token(alice), Map.of("retention", "archive"));
        alice.phone().say(group, "before");
        Answer invite = api.call("POST", path(group, "/invites"), token(alice), Map.of("uses", 1));
        assertThat(invite.status()).isEqualTo(201);
        String join = "/v1/invites/" + invite.json().path("code").asString();

        assertThat(api.call("POST", join, token(carol), null).status()).isEqualTo(200);
        alice.phone().say(group, "after");

        carol.phone().awaitMessages(group, 5);
        carol.desktop().awaitMessages(group, 5);
        assertThat(carol.phone().log(group).messages().keySet()).containsExactly(4L, 5L);
        assertThat(seqs(api.get(path(group, "/messages"), carol.phone().session())))
                .containsExactly(4L, 5L);
        assertThat(seqs(api.get(path(group, "/messages"), bob.phone().session())))
                .endsWith(3L, 4L, 5L);
        assertThat(api.call("POST", join, token(person("dave")), null).code()).isEqualTo("invite_used_up");
    }

    @Test
    void whoWasAwayComesBackToWhatTheOthersHave() {
        UUID group = group(alice, bob, carol);
        bob.phone().awaitMessages(group, 1);
        bob.phone().close();
        carol.phone().close();
        carol.desktop().close();
        for (int i = 0; i < 20; i++) {
            alice.phone().say(group, "message " + i);
        }
        remove(alice, group, carol);
        alice.phone().say(group, "without Carol");
        assertThat(api.call("POST", path(group, "/members"), token(alice), Map.of("users", List.of(carol.id())))
                        .status())
                .isEqualTo(200);
        alice.phone().say(group, "with Carol");
        bob.desktop().awaitMessages(group, 25);

        Device bobAgain = reconnect(bob.phone());
        Device carolAgain = reconnect(carol.phone());

        assertThat(contents(bobAgain, group)).isEqualTo(contents(bob.desktop(), group));
        await().untilAsserted(() -> assertThat(carolAgain.log(group).messages().keySet())
                .contains(1L, 2L, 21L, 22L, 24L, 25L)
                .doesNotContain(23L));
    }

    @Test
    void aGroupIsListedWithWhatItIs() {
        UUID group = group(alice, bob);

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
        UUID group = group(alice, bob, carol);
        assertThat(remove(bob, group, carol).code()).isEqualTo("not_an_admin");
        assertThat(remove(alice, group, alice).code()).isEqualTo("last_owner");
        assertThat(role(alice, group, bob, "admin").status()).isEqualTo(200);
        assertThat(role(alice, group, carol, "owner").status()).isEqualTo(200);
        assertThat(remove(alice, group, alice).status()).isEqualTo(204);

        assertThat(api.call("PATCH", path(group, ""), token(bob), Map.of("sending", "admins"))
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

    private Person person(String name) {
        Account account = api.register(name);
        return new Person(account, connect(api.login(account)), connect(api.login(account)));
    }

    private Device connect(Session session) {
        Device device = Device.connect(api, session);
        devices.add(device);
        return device;
    }

    /** The same device, once more, with what it has. */
    private Device reconnect(Device before) {
        before.close();
        Device device = Device.connect(api, before.session(), before.logs(), true);
        devices.add(device);
        return device;
    }

    private UUID group(Person owner, Person... others) {
        Answer made = api.call(
                "POST",
                "/v1/conversations",
                token(owner),
                Map.of(
                        "name",
                        "We",
                        "members",
                        Stream.of(others).map(Person::id).toList()));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return UUID.fromString(made.json().path("id").asString());
    }

    private Answer rename(Person by, UUID group, String name) {
        return api.call("PATCH", path(group, ""), token(by), Map.of("name", name));
    }

    private Answer remove(Person by, UUID group, Person who) {
        return api.call("DELETE", path(group, "/members/" + who.id()), token(by), null);
    }

    private Answer role(Person by, UUID group, Person who, String role) {
        return api.call("PUT", path(group, "/members/" + who.id() + "/role"), token(by), Map.of("role", role));
    }

    private static String path(UUID group, String rest) {
        return "/v1/conversations/" + group + rest;
    }

    private static String token(Person person) {
        return person.phone().session().accessToken();
    }

    private static Map<Long, String> contents(Device device, UUID group) {
        Map<Long, String> contents = new java.util.TreeMap<>();
        device.log(group)
                .messages()
                .forEach((seq, message) ->
                        contents.put(seq, message.path("content").toString()));
        return contents;
    }

    private static List<Long> seqs(Answer history) {
        return history.json()
                .path("messages")
                .valueStream()
                .map(message -> message.path("seq").asLong())
                .toList();
    }

    private static @Nullable String refusal(Runnable send) {
        return catchThrowableOfType(Device.Refused.class, send::run)
                .error
                .path("code")
                .asString();
    }
}
