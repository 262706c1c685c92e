package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import app.parley.presence.api.DevicesChanged;
import app.parley.test.RedisStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What clients see when something around them fails. */
class FaultTest extends ChatTest {

    private final Device[] alice = neighbours.user(1);
    private final Device[] bob = neighbours.user(1);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);

    @Test
    void aSendIsRefusedInTimeWhileTheStoreIsSilentAndStoredOnceWhenItSpeaks() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "before");
        sender.hear("accepted");
        neighbours.silent.add("shards");
        UUID id = sender.text(conversation, "meanwhile");
        var error = sender.error("unavailable");
        assertThat(error.path("ref").asString()).isEqualTo(id.toString());
        assertThat(error.path("retryable").asBoolean()).isTrue();
        assertThat(recipient.places(conversation)).containsExactly(1L);
        neighbours.speak();
        sender.text(id, conversation, "meanwhile");
        sender.hear("accepted", accepted -> accepted.path("id").asString().equals(id.toString()));
        recipient.hear(2, "message");
        assertThat(neighbours.store.log(conversation)).hasSize(2);
    }

    @Test
    void acknowledgementsOutliveASilentStore() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "one");
        recipient.hear("message");
        neighbours.silent.add("shards");
        recipient.ack(conversation, 1);
        sender.text(conversation, "two");
        sender.error("unavailable");
        neighbours.speak();
        await().until(() -> neighbours.store.cursor(conversation, bob[0].device()) == 1);
    }

    @Test
    void knownConversationsGoOnWhileProfileAndPresenceAreSilent() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "before");
        recipient.hear("message");
        neighbours.silent.addAll(List.of("devices", "presence", "nodes"));
        sender.text(conversation, "meanwhile");
        recipient.hear(2, "message");
    }

    @Test
    void whoCannotBeAdmittedIsTurnedAwayForLater() {
        neighbours.silent.add("nodes");
        Client client = open();
        client.say("{'type':'auth','token':'%s'}", neighbours.token(alice[0]));
        assertThat(client.error("unavailable").path("retryable").asBoolean()).isTrue();
        assertThat(client.hear("bye").path("reconnectAfterMs").asLong()).isPositive();
        assertThat(client.closeCode()).isEqualTo(4002);
        neighbours.speak();
        login(alice[0]);
    }

    @Test
    void aLostLeaseIsTakenAgain() {
        neighbours.leases.clear();
        neighbours.nodes.clear();
        login(alice[0]);
        assertThat(neighbours.isOnline(alice[0].user())).isTrue();
    }

    @Test
    void talkGoesOnWhileRedisStandsStill(RedisStore redisStore) {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        redisStore.pause();
        sender.text(conversation, "still here");
        recipient.hear("message");
        redisStore.resume();
    }

    @Test
    void aRevokedDeviceIsSentAwayAtOnce() {
        Client client = login(alice[0]);
        tell(new DevicesChanged(List.of(alice[0].user()), List.of(), List.of(alice[0].device())));
        client.error("session_revoked");
        assertThat(client.closeCode()).isEqualTo(4502);
    }

    @Test
    void theSameDeviceAgainReplacesTheOlderConnection() {
        Client older = login(alice[0]);
        Client newer = login(alice[0]);
        assertThat(older.closeCode()).isEqualTo(4503);
        Client other = login(bob[0]);
        other.text(conversation, "which one?");
        newer.hear("message");
        assertThat(neighbours.isOnline(alice[0].user())).isTrue();
    }

    @Test
    void aDeviceThatWentToAnotherNodeLosesItsConnectionHere() {
        Client client = login(alice[0]);
        neighbours.nodes.put(alice[0].device(), "chat-elsewhere");
        tell(new DevicesChanged(List.of(alice[0].user()), List.of(), List.of()));
        assertThat(client.closeCode()).isEqualTo(4503);
        assertThat(neighbours.nodes).containsEntry(alice[0].device(), "chat-elsewhere");
    }

    @Test
    void aClientThatVanishesCountsAsOffline() {
        Client client = login(alice[0]);
        client.vanish();
        await().until(() -> !neighbours.isOnline(alice[0].user()));
    }

    @Test
    void aClientThatIsSilentToPingsIsGivenUp() {
        Client client = login(alice[0]);
        client.stopReading();
        client.say("{'type':'ping'}");
        await().until(() -> !neighbours.isOnline(alice[0].user()));
    }

    @Test
    void aClientBehindADeadLineIsGivenUpAndGetsOnANewLineWhatItMissed() {
        Client sender = login(bob[0]);
        try (Wire wire = new Wire(port);
                Client lost = Client.login(wire.port(), neighbours, alice[0])) {
            sender.text(conversation, "before");
            lost.hear("message");
            lost.ack(conversation, 1);
            await().until(() -> neighbours.store.cursor(conversation, alice[0].device()) == 1);
            wire.goDead();
            sender.text(conversation, "into the dead line");
            await().until(() -> !neighbours.isOnline(alice[0].user()));
        }
        Client again = login(alice[0]);
        assertThat(again.places(conversation)).containsExactly(2L);
    }

    @Test
    void aNewLineTakesOverWhileTheDeadOneStillCountsAsOpen() {
        Client sender = login(bob[0]);
        try (Wire wire = new Wire(port);
                Client lost = Client.login(wire.port(), neighbours, alice[0])) {
            wire.goDead();
            sender.text(conversation, "into the dead line");
            sender.hear("accepted");
            Client again = login(alice[0]);
            sender.text(conversation, "into the new one");
            again.hear(2, "message");
            assertThat(again.places(conversation)).containsExactly(1L, 2L);
            assertThat(lost.all("message")).isEmpty();
            assertThat(neighbours.isOnline(alice[0].user())).isTrue();
        }
    }

    @Test
    void aClientThatNeverReadsIsSentAwayAndHoldsUpNobody(@Autowired MeterRegistry meters) {
        Client sender = login(alice[0]);
        Client deaf = login(bob[0]);
        String filler = "x".repeat(9_000);
        for (int i = 0; i < 200; i++) {
            sender.text(conversation, filler);
        }
        sender.hear(200, "accepted");
        Counter sentAway = meters.get("parley.sockets.not_reading").counter();
        double before = sentAway.count();
        deaf.stopReading();
        for (int i = 0; i < 8; i++) {
            deaf.say("{'type':'pull','id':'%s','conversation':'%s','limit':200}", UUID.randomUUID(), conversation);
        }
        sender.text(conversation, "not held up");
        sender.hear(201, "accepted");
        await().untilAsserted(() -> assertThat(sentAway.count()).isEqualTo(before + 1));
        await().until(() -> !neighbours.isOnline(bob[0].user()));
    }

    @Test
    void whatGotLostOnTheWayIsFoundByLookingAgain() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "one");
        recipient.hear("message");
        neighbours.store.appendBehindTheBack(conversation, alice[0]);
        recipient.hear(2, "message");
    }
}
