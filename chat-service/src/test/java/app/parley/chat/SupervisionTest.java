package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.chat.supervision.PushNotification;
import app.parley.presence.api.Device;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** What was not acknowledged in time. Sessions do not look by themselves here. */
@TestPropertySource(
        properties = {
            "parley.chat.session.recheck-first=1h",
            "parley.chat.session.recheck-every=1h",
            "parley.chat.session.window=256",
            "parley.chat.store.owners-for=200ms"
        })
class SupervisionTest extends ChatTest {

    private final Device[] alice = neighbours.user(1);
    private final Device[] bob = neighbours.user(2);
    private final UUID conversation = neighbours.conversation(alice[0], bob[0]);

    @AfterEach
    void nobodyIsSupervised() {
        neighbours.supervised.clear();
        neighbours.pushes.clear();
        neighbours.pushesToFail.set(0);
        neighbours.owner = "localhost";
        neighbours.store.whenPushStarts(() -> {});
    }

    private void awaitRounds(int rounds) {
        int enough = neighbours.overdueAsked.get() + rounds;
        await().until(() -> neighbours.overdueAsked.get() >= enough);
    }

    @Test
    void whatANodeAcceptedAndTookIntoItsGraveReachesItsRecipientsAHundredTimes() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        List<UUID> conversations = IntStream.range(0, 100)
                .mapToObj(_ -> neighbours.conversation(alice[0], bob[0]))
                .toList();
        conversations.forEach(each -> sender.text(each, "first"));
        recipient.hear(100, "message");
        conversations.forEach(each -> recipient.ack(each, 1));

        conversations.forEach(each -> neighbours.store.appendBehindTheBack(each, alice[0]));
        neighbours.supervised.put(bob[0].user(), false);

        recipient.hear(200, "message");
        for (UUID each : conversations) {
            assertThat(recipient.places(each)).containsExactly(1L, 2L);
        }
    }

    @Test
    void aNodeThatHasNothingToWriteHearsOfAnOwnerThatIsNewAllTheSame() {
        Client recipient = login(bob[0]);
        awaitRounds(2);
        neighbours.owner = "127.0.0.1";
        neighbours.store.fill(conversation, alice[0], new Device[] {bob[0]}, 1, "hello");
        neighbours.supervised.put(bob[0].user(), false);

        recipient.hear("message");
    }

    @Test
    void whatADeviceDoesNotAcknowledgeIsSentToItAgain() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);
        sender.text(conversation, "hello");
        recipient.hear("message");

        neighbours.supervised.put(bob[0].user(), true);
        await().until(() -> recipient.places(conversation).size() >= 3);
        assertThat(recipient.places(conversation)).containsOnly(1L);

        recipient.ack(conversation, 1);
        await().until(() ->
                neighbours.store.pending(bob[0].user(), bob[0].device()).isEmpty());
        sender.text(conversation, "and on");
        await().until(() -> recipient.places(conversation).contains(2L));
    }

    private Client writeToWhoIsOffline() {
        Client sender = login(alice[0]);
        sender.text(conversation, "one");
        sender.hear("accepted");
        neighbours.supervised.put(bob[0].user(), false);
        return sender;
    }

    @Test
    void aPushGoesOutOnceForEachMessageToWhoIsOffline() {
        Client sender = writeToWhoIsOffline();
        await().until(() -> !neighbours.pushes.isEmpty());
        sender.text(conversation, "two");
        await().until(() -> neighbours.pushes.size() == 2);

        awaitRounds(3);
        assertThat(neighbours.pushes)
                .containsExactly(
                        new PushNotification(bob[0].user(), conversation, 1, 1),
                        new PushNotification(bob[0].user(), conversation, 2, 2));
    }

    @Test
    void aPushThatTheProviderDidNotTakeIsTriedAgain() {
        neighbours.pushesToFail.set(2);
        writeToWhoIsOffline();

        await().until(() -> neighbours.pushes.size() == 1);
        assertThat(neighbours.pushesToFail).hasValue(0);
    }

    @Test
    void aPushWhoseTakingWasNotNotedComesAgainAsItWasAlthoughMoreWasSent() {
        neighbours.store.loseNotesOfPushes(1);
        Client sender = writeToWhoIsOffline();
        await().until(() -> !neighbours.pushes.isEmpty());
        sender.text(conversation, "two");

        await().until(() -> neighbours.pushes.contains(new PushNotification(bob[0].user(), conversation, 2, 2)));
        awaitRounds(3);
        assertThat(Set.copyOf(neighbours.pushes))
                .containsExactlyInAnyOrder(
                        new PushNotification(bob[0].user(), conversation, 1, 1),
                        new PushNotification(bob[0].user(), conversation, 2, 2));
        assertThat(neighbours.pushes.stream().filter(push -> push.toSeq() == 1)).hasSize(2);
    }

    @Test
    void noPushGoesOutWhileADeviceIsOnline() {
        Client sender = login(alice[0]);
        login(bob[1]);
        sender.text(conversation, "one");
        sender.hear("accepted");
        neighbours.supervised.put(bob[0].user(), false);

        awaitRounds(5);
        assertThat(neighbours.pushes).isEmpty();
    }

    @Test
    void noPushGoesOutToWhoCameBackWhileItWasOnItsWay() {
        neighbours.store.whenPushStarts(() -> neighbours.nodes.put(bob[1].device(), "elsewhere"));
        writeToWhoIsOffline();

        await().until(() -> neighbours.isOnline(bob[0].user()));
        awaitRounds(3);
        assertThat(neighbours.pushes).isEmpty();
    }
}
