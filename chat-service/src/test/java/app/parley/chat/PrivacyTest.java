package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import app.parley.presence.api.DevicesChanged;
import app.parley.profile.api.Look;
import app.parley.profile.api.Sight;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What people see of each other who do not show each other everything. */
@TestPropertySource(properties = "parley.chat.watch.settle=100ms")
class PrivacyTest extends ChatTest {

    private static final Sight EVERYTHING = new Sight(true, true, true, true);
    private static final Sight NOTHING = new Sight(false, false, false, false);
    private static final Sight NO_READ_RECEIPTS = new Sight(true, true, false, true);
    private static final Instant THEN = Instant.parse("2026-11-24T09:00:00Z");

    private final Device[] alice = neighbours.user(2);
    private final Device[] bob = neighbours.user(2);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);

    /** Both see so much of each other from now on, and chat-service is told. */
    private void see(Sight sight) {
        neighbours.sights.put(new Look(alice[0].user(), bob[0].user()), sight);
        neighbours.sights.put(new Look(bob[0].user(), alice[0].user()), sight);
        assertThat(changed("[\"" + bob[0].user() + "\"]").statusCode()).isEqualTo(200);
    }

    private void wordOf(Device device) {
        tell(new DevicesChanged(List.of(device.user()), List.of(), List.of()));
    }

    private static void read(Client client, UUID conversation, long seq) {
        client.say("{'type':'read','conversation':'%s','seq':%d}", conversation, seq);
    }

    private List<JsonNode> pulled(Client client) {
        UUID pull = UUID.randomUUID();
        int before = client.all("receipt").size();
        client.say("{'type':'pull','id':'%s','conversation':'%s','limit':0}", pull, conversation);
        client.hear("pulled", end -> end.path("id").asString().equals(pull.toString()));
        return client.all("receipt").stream().skip(before).toList();
    }

    private static List<Long> reads(Client client) {
        return client.all("receipt").stream()
                .map(receipt -> receipt.path("read").asLong())
                .toList();
    }

    private static List<Long> deliveries(Client client) {
        return client.all("receipt").stream()
                .map(receipt -> receipt.path("delivered").asLong())
                .toList();
    }

    /** Everything that was said before has been answered. */
    private static void settle(Client client, int howOften) {
        client.say("{'type':'ping'}");
        client.hear(howOften, "pong");
    }

    @Test
    void theNextMessageToWhoHasBlockedItsSenderIsAcceptedAndStaysWithThem() {
        Client sender = login(alice[0]);
        Client other = login(alice[1]);
        Client blocker = login(bob[0]);
        sender.text(conversation, "one");
        blocker.hear("message");

        neighbours.block(conversation, bob[0]);
        assertThat(changed("[\"" + alice[0].user() + "\",\"" + bob[0].user() + "\"]")
                        .statusCode())
                .isEqualTo(200);
        sender.text(conversation, "two");
        sender.hear(2, "accepted");

        other.hear(2, "message");
        settle(blocker, 1);
        assertThat(blocker.all("message")).hasSize(1);
        blocker.text(conversation, "three");
        blocker.error("blocked");
    }

    @Test
    void whatSomebodyHasReadIsNotToldIfTheyDoNotShowIt() {
        see(NO_READ_RECEIPTS);
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        Client own = login(bob[1]);
        sender.text(conversation, "one");
        recipient.hear("message");
        recipient.ack(conversation, 1);
        sender.hear("receipt");

        read(recipient, conversation, 1);
        own.hear("receipt", receipt -> receipt.path("read").asLong() == 1);
        sender.text(conversation, "two");
        recipient.hear(2, "message");
        recipient.ack(conversation, 2);

        sender.hear("receipt", receipt -> receipt.path("delivered").asLong() == 2);
        assertThat(deliveries(sender))
                .as("no word of the reading, which would tell of it")
                .containsExactly(1L, 2L);
        assertThat(reads(sender)).containsOnly(0L);
        assertThat(pulled(sender)).singleElement().satisfies(receipt -> {
            assertThat(receipt.path("delivered").asLong()).isEqualTo(2);
            assertThat(receipt.path("read").asLong()).isZero();
        });

        see(EVERYTHING);
        read(recipient, conversation, 2);
        sender.hear("receipt", receipt -> receipt.path("read").asLong() == 2);
    }

    @Test
    void readingThatNobodyAcknowledgedBeforeIsADelivery() {
        see(NO_READ_RECEIPTS);
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        Stream.of("one", "two").forEach(text -> sender.text(conversation, text));
        recipient.hear(2, "message");
        recipient.ack(conversation, 1);
        sender.hear("receipt");

        read(recipient, conversation, 2);

        sender.hear("receipt", receipt -> receipt.path("delivered").asLong() == 2);
        assertThat(reads(sender)).containsOnly(0L);
    }

    @Test
    void betweenPeopleOfWhomOneHasBlockedTheOtherNothingPasses() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        Client own = login(bob[1]);
        sender.text(conversation, "before");
        recipient.hear("message");
        recipient.ack(conversation, 1);
        sender.hear("receipt");
        see(NOTHING);

        sender.text(conversation, "after");
        recipient.hear(2, "message");
        read(recipient, conversation, 2);
        own.hear("receipt", receipt -> receipt.path("read").asLong() == 2);
        recipient.say("{'type':'typing','conversation':'%s','state':'started'}", conversation);
        settle(recipient, 1);
        see(EVERYTHING);
        recipient.say("{'type':'typing','conversation':'%s','state':'stopped'}", conversation);

        assertThat(sender.hear(1, "typing").getFirst().path("state").asString()).isEqualTo("stopped");
        assertThat(deliveries(sender)).containsExactly(1L);
        assertThat(pulled(sender))
                .singleElement()
                .satisfies(receipt -> assertThat(receipt.path("read").asLong()).isEqualTo(2));
        see(NOTHING);
        assertThat(pulled(sender)).singleElement().satisfies(receipt -> {
            assertThat(receipt.path("delivered").asLong()).isZero();
            assertThat(receipt.path("read").asLong()).isZero();
        });
    }

    @Test
    void inAGroupReceiptsAreToldAndTypingOnlyToWhoIsInContact() {
        Device[] carol = neighbours.user(1);
        UUID group = neighbours.group(alice[0], bob[0], carol[0]);
        Client sender = login(alice[0]);
        Client member = login(carol[0]);
        Client recipient = login(bob[0]);
        see(NOTHING);
        sender.text(group, "all");
        recipient.hear("message", message -> message.path("seq").asLong() == 2);
        member.hear("message", message -> message.path("seq").asLong() == 2);
        Stream.of(recipient, member, sender).forEach(client -> read(client, group, 2));

        sender.hear("receipt", receipt -> receipt.path("read").asLong() == 2);

        recipient.say("{'type':'typing','conversation':'%s','state':'recording'}", group);
        assertThat(member.hear("typing").path("state").asString()).isEqualTo("recording");
        member.say("{'type':'typing','conversation':'%s','state':'started'}", group);
        assertThat(sender.hear(1, "typing").getFirst().path("user").asString())
                .isEqualTo(carol[0].user().toString());
    }

    @Test
    void aWatchedUserWhoShowsItNoMoreIsGoneAndComesBackWhenTheyDo() {
        Client watched = login(bob[0]);
        Client watcher = login(alice[0]);
        watcher.say("{'type':'watch','users':['%s']}", bob[0].user());
        assertThat(watcher.hear("presence").path("online").asBoolean()).isTrue();

        see(new Sight(false, false, true, true));
        JsonNode hidden = watcher.hear(2, "presence").getLast();
        assertThat(hidden.path("online").asBoolean()).isFalse();
        assertThat(hidden.has("lastSeen")).isFalse();

        neighbours.lastSeen.put(bob[0].user(), THEN);
        watched.close();
        await().until(() -> !neighbours.isOnline(bob[0].user()));
        wordOf(bob[0]);
        see(EVERYTHING);
        JsonNode gone = watcher.hear("presence", presence -> presence.has("lastSeen"));
        assertThat(gone.path("online").asBoolean()).isFalse();
        assertThat(gone.path("lastSeen").asString()).isEqualTo(THEN.toString());
        assertThat(watcher.all("presence")).hasSize(3);
    }

    @Test
    void whoIsBlockedWatchesSomebodyWhoWasNeverThere() {
        see(NOTHING);
        login(bob[0]);
        Client watcher = login(alice[0]);

        watcher.say("{'type':'watch','users':['%s']}", bob[0].user());

        JsonNode presence = watcher.hear("presence");
        assertThat(presence.path("online").asBoolean()).isFalse();
        assertThat(presence.has("lastSeen")).isFalse();
    }

    @Test
    void ifNobodyKnowsWhatMayBeSeenNothingIsShown() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "one");
        recipient.hear("message");
        neighbours.failing.add("sights");
        try {
            changed("[\"" + bob[0].user() + "\"]");
            sender.say("{'type':'watch','users':['%s']}", bob[0].user());
            sender.error("unavailable");
            recipient.say("{'type':'typing','conversation':'%s','state':'started'}", conversation);
            recipient.error("unavailable");
            assertThat(pulled(sender))
                    .allSatisfy(receipt ->
                            assertThat(receipt.path("delivered").asLong()).isZero());
            assertThat(sender.all("presence")).isEmpty();
        } finally {
            neighbours.failing.clear();
        }
    }

    @Test
    void whatIsRememberedIsNotAskedForAgain() {
        Client typist = login(alice[0]);
        Client other = login(bob[0]);
        typist.say("{'type':'typing','conversation':'%s','state':'started'}", conversation);
        other.hear("typing");
        int before = neighbours.asked("sights");

        for (int i = 0; i < 10; i++) {
            typist.say("{'type':'typing','conversation':'%s','state':'started'}", conversation);
        }

        other.hear(11, "typing");
        assertThat(neighbours.asked("sights")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]"})
    void wordOfNobodyIsRefused(String people) {
        HttpResponse<String> answer = changed(people);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("invalid_field");
    }

    @Test
    void wordOfTooManyIsRefused() {
        String people = Stream.generate(() -> "\"" + UUID.randomUUID() + "\"")
                .limit(501)
                .collect(Collectors.joining(",", "[", "]"));

        assertThat(changed(people).statusCode()).isEqualTo(422);
    }
}
