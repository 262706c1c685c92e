package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.offlinestore.api.Recipient;
import app.parley.presence.api.Device;
import app.parley.presence.api.DevicesChanged;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people who talk to each other see. */
class ConversationTest extends ChatTest {

    private final Device[] alice = neighbours.user(2);
    private final Device[] bob = neighbours.user(2);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);

    private static List<Long> places(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }

    @Test
    void aMessageReachesTheDevicesOfBothSides() {
        Client phone = login(alice[0]);
        Client tablet = login(alice[1]);
        Client[] others = {login(bob[0]), login(bob[1])};
        UUID id = phone.text(conversation, "مرحبا 👩‍👩‍👧‍👦 é");
        JsonNode accepted = phone.hear("accepted");
        assertThat(accepted.path("id").asString()).isEqualTo(id.toString());
        assertThat(accepted.path("seq").asLong()).isEqualTo(1);
        for (Client client : new Client[] {tablet, others[0], others[1]}) {
            JsonNode message = client.hear("message");
            assertThat(message.path("content").path("text").asString()).isEqualTo("مرحبا 👩‍👩‍👧‍👦 é");
            assertThat(message.path("from").asString())
                    .isEqualTo(alice[0].user().toString());
            assertThat(message.path("at")).isEqualTo(accepted.path("at"));
        }
        assertThat(phone.all("message")).isEmpty();
    }

    @Test
    void aFirstMessageToAUserOpensTheDirectConversation() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.say(
                "{'type':'send','id':'%s','to':{'user':'%s'},'content':{'type':'text','text':'hi'}}",
                UUID.randomUUID(), bob[0].user());
        JsonNode accepted = sender.hear("accepted");
        assertThat(recipient.hear("message").path("conversation")).isEqualTo(accepted.path("conversation"));
    }

    @Test
    void aRetriedSendGetsTheSamePlace() {
        Client sender = login(alice[0]);
        UUID id = sender.text(conversation, "once");
        sender.text(id, conversation, "once");
        List<JsonNode> accepted = sender.hear(2, "accepted");
        assertThat(accepted.get(0)).isEqualTo(accepted.get(1));
        assertThat(neighbours.store.log(conversation)).hasSize(1);
    }

    @Test
    void whatWaitsComesInOrderAndThenSynced() {
        Client sender = login(alice[0]);
        for (int i = 1; i <= 10; i++) {
            sender.text(conversation, "message " + i);
        }
        sender.hear(10, "accepted");
        Client recipient = login(bob[0]);
        assertThat(recipient.places(conversation)).isEqualTo(places(1, 10));
        assertThat(recipient.heard().getLast().path("type").asString()).isEqualTo("synced");
    }

    @Test
    void whatIsSentOnceADeviceHasLoggedInComesToIt() {
        Client sender = login(alice[0]);
        sender.text(conversation, "before");
        sender.hear("accepted");
        Client revoked = login(alice[1]);
        Device tablet = new Device(bob[0].user(), UUID.randomUUID());
        neighbours.devices.get(tablet.user()).add(tablet.device());
        neighbours.silent.add("devices");
        tell(new DevicesChanged(List.of(tablet.user()), List.of(tablet.user()), List.of()));
        tell(new DevicesChanged(List.of(alice[1].user()), List.of(), List.of(alice[1].device())));
        assertThat(revoked.closeCode()).isEqualTo(4502);
        sender.text(conversation, "after");
        sender.say("{'type':'ping'}");
        sender.hear("pong");
        neighbours.speak();
        sender.hear(2, "accepted");
        assertThat(login(tablet).places(conversation)).containsExactly(2L);
    }

    @Test
    void aNodeThatMissedALoginLearnsOfItFromTheStore() {
        Client sender = login(alice[0]);
        sender.text(conversation, "before");
        sender.hear("accepted");
        UUID user = bob[0].user();
        Device tablet = new Device(user, UUID.randomUUID());
        neighbours.devices.get(user).add(tablet.device());
        neighbours.versions.put(user, 2L);
        neighbours.store.learn(new Recipient(user, 2, 1, List.copyOf(neighbours.devices.get(user))));
        Client recipient = login(tablet);

        sender.text(conversation, "by the older list");
        recipient.hear("message");
        sender.text(conversation, "by the newer list");

        recipient.hear(2, "message");
        assertThat(recipient.places(conversation)).containsExactly(2L, 3L);
        assertThat(neighbours.store.lastVersion(user)).isEqualTo(2);
    }

    @Test
    void aSendIsAnsweredAlthoughALoginOvertakesItsLookUp() {
        Client sender = login(alice[0]);
        Client revoked = login(alice[1]);
        neighbours.silent.add("devices");
        sender.text(conversation, "first");
        sender.say("{'type':'ping'}");
        sender.hear("pong");
        tell(new DevicesChanged(List.of(bob[0].user()), List.of(bob[0].user()), List.of()));
        tell(new DevicesChanged(List.of(alice[1].user()), List.of(), List.of(alice[1].device())));
        assertThat(revoked.closeCode()).isEqualTo(4502);
        neighbours.speak();
        sender.hear("accepted");
        assertThat(login(bob[0]).places(conversation)).containsExactly(1L);
    }

    @Test
    void aFullWindowWaitsForAcknowledgementsAndGoesOn() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        for (int i = 1; i <= 100; i++) {
            sender.text(conversation, "message " + i);
        }
        sender.hear(100, "accepted");
        for (int acknowledged = 0; acknowledged < 96; acknowledged += 16) {
            recipient.hear(acknowledged + 16, "message");
            recipient.ack(conversation, acknowledged + 16);
        }
        recipient.hear(100, "message");
        assertThat(recipient.places(conversation)).isEqualTo(places(1, 100));
    }

    @Test
    void ownMessagesDoNotFillTheWindow() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        recipient.text(conversation, "first");
        sender.hear("message");
        sender.ack(conversation, 1);
        for (int i = 0; i < 50; i++) {
            sender.text(conversation, "mine");
        }
        sender.hear(50, "accepted");
        recipient.text(conversation, "last");
        sender.hear("message", message -> message.path("seq").asLong() == 52);
    }

    @Test
    void orderHoldsWhileBothSidesTalkAtOnce() {
        Client[] talkers = {login(alice[0]), login(bob[0])};
        Client listener = login(bob[1]);
        List<Thread> threads = new ArrayList<>();
        for (Client talker : talkers) {
            threads.add(Thread.startVirtualThread(() -> {
                for (int i = 0; i < 100; i++) {
                    talker.text(conversation, "message " + i);
                }
            }));
        }
        long acknowledged = 0;
        while (acknowledged < 200) {
            long before = acknowledged;
            await().until(() -> listener.places(conversation).size() > before);
            acknowledged = listener.places(conversation).size();
            listener.ack(conversation, acknowledged);
        }
        assertThat(listener.places(conversation)).isEqualTo(places(1, 200));
        assertThat(neighbours.store.largestBatch()).isGreaterThan(1);
        for (Client talker : talkers) {
            List<Long> own = talker.hear(100, "accepted").stream()
                    .map(accepted -> accepted.path("seq").asLong())
                    .toList();
            assertThat(own).isSorted();
        }
    }

    @Test
    void acknowledgingAndReadingIsToldToTheOthers() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        Client otherDevice = login(bob[1]);
        sender.text(conversation, "seen?");
        recipient.hear("message");
        recipient.ack(conversation, 1);
        JsonNode delivered = sender.hear("receipt");
        assertThat(delivered.path("user").asString()).isEqualTo(bob[0].user().toString());
        assertThat(delivered.path("delivered").asLong()).isEqualTo(1);
        assertThat(delivered.path("read").asLong()).isZero();
        recipient.say("{'type':'read','conversation':'%s','seq':1}", conversation);
        sender.hear("receipt", receipt -> receipt.path("read").asLong() == 1);
        otherDevice.hear("receipt", receipt -> receipt.path("read").asLong() == 1);
        assertThat(recipient.all("receipt")).isEmpty();
    }

    @Test
    void typingIsToldToTheOthersOnly() {
        Client typist = login(alice[0]);
        Client own = login(alice[1]);
        Client other = login(bob[0]);
        typist.say("{'type':'typing','conversation':'%s','state':'started'}", conversation);
        assertThat(other.hear("typing").path("user").asString())
                .isEqualTo(alice[0].user().toString());
        assertThat(own.all("typing")).isEmpty();
    }

    @Test
    void aWatchedUserIsSeenToComeAndGo() {
        Client watcher = login(alice[0]);
        watcher.say("{'type':'watch','users':['%s']}", bob[0].user());
        assertThat(watcher.hear("presence").path("online").asBoolean()).isFalse();
        Client watched = login(bob[0]);
        tell(new DevicesChanged(List.of(bob[0].user()), List.of(), List.of()));
        watcher.hear("presence", presence -> presence.path("online").asBoolean());
        watched.close();
        await().until(() -> !neighbours.isOnline(bob[0].user()));
        tell(new DevicesChanged(List.of(bob[0].user()), List.of(), List.of()));
        await().untilAsserted(() -> assertThat(
                        watcher.all("presence").getLast().path("online").asBoolean())
                .isFalse());
    }

    @Test
    void aPullReadsBackAndSaysWhereTheOthersStand() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        for (int i = 1; i <= 5; i++) {
            sender.text(conversation, "message " + i);
        }
        recipient.hear(5, "message");
        recipient.say("{'type':'read','conversation':'%s','seq':4}", conversation);
        sender.hear("receipt");
        UUID pull = UUID.randomUUID();
        sender.say("{'type':'pull','id':'%s','conversation':'%s','before':4,'limit':2}", pull, conversation);
        JsonNode pulled = sender.hear("pulled");
        assertThat(pulled.path("id").asString()).isEqualTo(pull.toString());
        assertThat(pulled.path("head").asLong()).isEqualTo(5);
        assertThat(sender.places(conversation)).containsExactly(2L, 3L);
        sender.say("{'type':'pull','id':'%s','conversation':'%s','limit':0}", UUID.randomUUID(), conversation);
        sender.hear(2, "pulled");
        assertThat(sender.all("receipt").getLast().path("read").asLong()).isEqualTo(4);
    }

    @Test
    void severalFramesMayGoInOneArrayAndOneWrongOneSpoilsNoOther() {
        Client client = login(alice[0]);
        client.say("[{'type':'ping'},{'type':'nonsense'},7,{'type':'ping'}]");
        client.hear(2, "pong");
        client.error("unknown_frame");
        client.error("malformed_json");
    }
}
