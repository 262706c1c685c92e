package app.parley.offlinestore.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.offlinestore.conversation.Command.Append;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which of several lists of a user's devices counts, and what becomes of a device that one lacks. */
class DeviceListsTest {

    private static final UUID ID = new UUID(1, 1);
    private static final UUID ANN = new UUID(2, 0);
    private static final UUID BEN = new UUID(2, 1);
    private static final UUID ANNS_PHONE = new UUID(3, 0);
    private static final UUID PHONE = new UUID(3, 4);
    private static final UUID LAPTOP = new UUID(3, 5);
    private static final Duration LOST_FOR = Duration.ofDays(30);
    private static final long BEGIN = 100;

    private final Conversation conversation = new Conversation(
            Snapshot.empty(ID), new ConversationRules(Retention.WIPE, 16, LOST_FOR), new WaitingUsers());
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");

    @Test
    void ofTwoListsTheNewerOneCountsInWhateverOrderTheyCome() {
        say(new Recipient(BEN, 102, BEGIN, List.of(PHONE, LAPTOP)));
        say(new Recipient(BEN, 101, BEGIN, List.of(PHONE)));
        say(new Recipient(BEN, 103, BEGIN, List.of(LAPTOP)));
        say(new Recipient(BEN, 102, BEGIN, List.of(PHONE, LAPTOP)));

        assertThat(waitingFor(LAPTOP)).isEqualTo(4);
        assertThat(waitingFor(PHONE)).as("it has no place any more").isZero();
    }

    @Test
    void whoComesWithAnOlderListIsTold() {
        say(new Recipient(BEN, 102, BEGIN, List.of(PHONE)));

        assertThat(conversation.outdated(List.of(new Recipient(BEN, 101, BEGIN, List.of()))))
                .containsExactly(BEN);
        assertThat(conversation.outdated(List.of(new Recipient(BEN, 102, BEGIN, List.of(PHONE)))))
                .isEmpty();
    }

    @Test
    void aListOfWhoKnowsNothingChangesNothing() {
        say(new Recipient(BEN, 101, BEGIN, List.of(PHONE, LAPTOP)));
        say(new Recipient(BEN, 0, 0, List.of()));

        assertThat(waitingFor(PHONE)).isEqualTo(2);
        assertThat(waitingFor(LAPTOP)).isEqualTo(2);
        assertThat(conversation.outdated(List.of(new Recipient(BEN, 0, 0, List.of()))))
                .as("asking again would not help")
                .isEmpty();
    }

    @Test
    void withoutVersionsTheLastListCounts() {
        say(new Recipient(BEN, 0, 0, List.of(PHONE, LAPTOP)));
        say(new Recipient(BEN, 0, 0, List.of(LAPTOP)));

        assertThat(waitingFor(PHONE)).isZero();
        assertThat(waitingFor(LAPTOP)).isEqualTo(2);
    }

    @Test
    void whatMayHaveBeenForgottenKeepsItsPlaceUntilItComesBack() {
        say(new Recipient(BEN, 101, BEGIN, List.of(PHONE, LAPTOP)));
        conversation.acknowledge(BEN, PHONE, 1);
        say(new Recipient(BEN, 201, 201, List.of(PHONE)));
        say(new Recipient(BEN, 202, 201, List.of(PHONE, new UUID(3, 6))));
        assertThat(waitingFor(LAPTOP)).isEqualTo(3);

        say(new Recipient(BEN, 203, 201, List.of(PHONE, LAPTOP)));
        assertThat(waitingFor(LAPTOP)).isEqualTo(4);
        assertThat(waitingFor(PHONE)).isEqualTo(3);
        assertThat(waitingFor(new UUID(3, 6)))
                .as("logged out, and that is known")
                .isZero();

        say(new Recipient(BEN, 204, 201, List.of(PHONE)));
        assertThat(waitingFor(LAPTOP))
                .as("it was there after the loss, and is gone now")
                .isZero();
    }

    @Test
    void whatNeverComesBackIsGivenUp() {
        say(new Recipient(BEN, 101, BEGIN, List.of(PHONE, LAPTOP)));
        Recipient afterTheLoss = new Recipient(BEN, 201, 201, List.of(PHONE));
        say(afterTheLoss);
        now = now.plus(LOST_FOR);
        say(afterTheLoss);
        assertThat(waitingFor(LAPTOP)).isEqualTo(3);

        now = now.plusMillis(1);
        say(afterTheLoss);

        assertThat(waitingFor(LAPTOP)).isZero();
        assertThat(waitingFor(PHONE)).isEqualTo(4);
    }

    @Test
    void aDeviceThatCameBackIsNotForgottenByAnOlderWord() {
        say(new Recipient(BEN, 101, BEGIN, List.of(PHONE, LAPTOP)));
        say(new Recipient(BEN, 103, BEGIN, List.of(PHONE, LAPTOP)));

        assertThat(conversation.forget(BEN, LAPTOP, 102)).isEmpty();
        assertThat(waitingFor(LAPTOP)).isEqualTo(2);

        assertThat(conversation.forget(BEN, LAPTOP, 104)).isNotEmpty();
        assertThat(waitingFor(LAPTOP)).isZero();
    }

    @Test
    void aMailboxThatWasTakenIsNotMadeAgainByAListThatDoesNotKnow() {
        say(new Recipient(BEN, 101, BEGIN, List.of()));
        conversation.takeMailbox(BEN, PHONE);
        say(new Recipient(BEN, 101, BEGIN, List.of()));
        say(new Recipient(BEN, 102, BEGIN, List.of(PHONE)));

        assertThat(waitingFor(PHONE)).isEqualTo(3);
    }

    private void say(Recipient ben) {
        Recipient ann = new Recipient(ANN, 1, 1, List.of(ANNS_PHONE));
        conversation.append(
                new Append(
                        ID,
                        UUID.randomUUID(),
                        ANN,
                        ANNS_PHONE,
                        "text",
                        List.of(ann, ben),
                        0,
                        null,
                        0,
                        null,
                        Kind.MESSAGE,
                        null,
                        false,
                        null),
                now);
        conversation.durableTo(conversation.head());
    }

    private long waitingFor(UUID device) {
        var position = conversation.position(BEN, device);
        return position.head() - position.cursor();
    }
}
