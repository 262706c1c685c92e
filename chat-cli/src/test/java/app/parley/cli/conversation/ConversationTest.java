package app.parley.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.cli.frame.GroupChange;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final UUID id = UUID.randomUUID();
    private final Conversation conversation = new Conversation(id);

    private List<Long> receive(long seq) {
        return conversation
                .receive(new LogEntry(id, seq, UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, null, null))
                .stream()
                .map(LogEntry::seq)
                .toList();
    }

    @Test
    void theFirstMessageSaysWhereItBegins() {
        assertThat(receive(57)).containsExactly(57L);
        assertThat(receive(58)).containsExactly(58L);
        assertThat(conversation.position()).isEqualTo(58);
    }

    @Test
    void aDuplicateIsNotGivenTwice() {
        receive(1);
        assertThat(receive(1)).isEmpty();
    }

    @Test
    void whatComesBehindAGapWaits() {
        receive(1);
        assertThat(receive(3)).isEmpty();
        assertThat(conversation.hasGap()).isTrue();
        assertThat(receive(2)).containsExactly(2L, 3L);
        assertThat(conversation.hasGap()).isFalse();
    }

    @Test
    void anOwnPlaceFillsAGap() {
        receive(1);
        receive(3);
        assertThat(conversation.accepted(2)).extracting(LogEntry::seq).containsExactly(3L);
    }

    @Test
    void anOwnPlaceInAConversationThatIsNotKnownDoesNotHideWhatCameBefore() {
        conversation.accepted(2);
        assertThat(conversation.hasGap()).isTrue();
        assertThat(receive(1)).containsExactly(1L);
        assertThat(conversation.position()).isEqualTo(2);
    }

    @Test
    void settlingPassesOverWhatIsMissing() {
        receive(1);
        receive(4);
        receive(7);
        assertThat(conversation.settle(5)).extracting(LogEntry::seq).containsExactly(4L);
        assertThat(conversation.hasGap()).isTrue();
        assertThat(conversation.position()).isEqualTo(4);
    }

    @Test
    void aPositionIsAcknowledgedOnceUntilItMoves() {
        receive(1);
        assertThat(conversation.takeAcknowledgement()).contains(1L);
        assertThat(conversation.takeAcknowledgement()).isEmpty();
        receive(2);
        receive(3);
        assertThat(conversation.takeAcknowledgement()).contains(3L);
    }

    @Test
    void aDuplicateIsAcknowledgedAgain() {
        receive(1);
        conversation.takeAcknowledgement();
        receive(1);
        assertThat(conversation.takeAcknowledgement()).contains(1L);
    }

    @Test
    void ticksFollowReceipts() {
        conversation.accepted(1);
        assertThat(conversation.hasUnticked()).isTrue();
        assertThat(conversation.standing().tick(1)).isEqualTo(Tick.SENT);

        assertThat(conversation.receipt(1, 0)).isTrue();
        assertThat(conversation.standing().tick(1)).isEqualTo(Tick.DELIVERED);

        assertThat(conversation.receipt(1, 1)).isTrue();
        assertThat(conversation.standing().tick(1)).isEqualTo(Tick.READ);
        assertThat(conversation.hasUnticked()).isFalse();
    }

    private List<Long> enter(long seq) {
        UUID self = UUID.randomUUID();
        GroupChange added = new GroupChange.Added(List.of(self));
        return conversation
                .enter(new LogEntry(id, seq, UUID.randomUUID(), UUID.randomUUID(), Instant.EPOCH, null, added))
                .stream()
                .map(LogEntry::seq)
                .toList();
    }

    @Test
    void whoComesBackToAGroupGoesOnFurtherUp() {
        receive(1);
        assertThat(enter(20)).containsExactly(20L);
        assertThat(receive(21)).containsExactly(21L);
        assertThat(conversation.hasGap()).isFalse();
        assertThat(conversation.position()).isEqualTo(21);
    }

    @Test
    void whatWasHeldBackComesBeforeTheReturn() {
        receive(1);
        receive(3);
        conversation.accepted(25);
        assertThat(enter(20)).containsExactly(3L, 20L);
        assertThat(conversation.position()).isEqualTo(20);
        assertThat(conversation.aheadTo()).isEqualTo(25);
    }

    @Test
    void aReturnThatIsKnownIsADuplicate() {
        enter(20);
        receive(21);
        assertThat(enter(20)).isEmpty();
        assertThat(conversation.position()).isEqualTo(21);
    }

    @Test
    void whoComesIntoAGroupBeginsThere() {
        assertThat(enter(57)).containsExactly(57L);
        assertThat(conversation.position()).isEqualTo(57);
    }

    @Test
    void inAGroupTheSlowestCountsOfThoseWhoWereAskedFor() {
        UUID slow = UUID.randomUUID();
        conversation.becomeGroup();
        conversation.accepted(5);
        conversation.memberReceipt(UUID.randomUUID(), 5, 5);
        conversation.memberReceipt(slow, 5, 4);
        assertThat(conversation.membersHeard()).isTrue();
        assertThat(conversation.standing()).isEqualTo(new Standing(5, 4));
        assertThat(conversation.hasUnticked()).isTrue();

        conversation.memberGone(slow);
        assertThat(conversation.membersHeard()).isTrue();
        assertThat(conversation.standing()).isEqualTo(new Standing(5, 5));
    }

    @Test
    void inAGroupOwnMessagesAreReadWithWhatIsBeforeThem() {
        conversation.becomeGroup();
        receive(1);
        conversation.accepted(2);
        receive(3);
        conversation.read(1);
        assertThat(conversation.takeRead()).contains(2L);

        conversation.read(3);
        conversation.accepted(4);
        assertThat(conversation.takeRead()).contains(4L);
    }

    @Test
    void aGroupHasNoOtherSide() {
        UUID bob = UUID.randomUUID();
        conversation.metPeer(bob);
        assertThat(conversation.recipient()).contains(Recipient.user(bob));
        conversation.becomeGroup();
        conversation.metPeer(bob);
        assertThat(conversation.peer()).isNull();
        assertThat(conversation.recipient()).contains(Recipient.group(id));
    }

    @Test
    void anOldReceiptTakesNothingBack() {
        conversation.receipt(5, 5);
        assertThat(conversation.receipt(3, 2)).isFalse();
        assertThat(conversation.standing()).isEqualTo(new Standing(5, 5));
    }

    @Test
    void itIsTheSameAfterBeingWrittenAndRead() {
        receive(3);
        conversation.receipt(2, 1);
        conversation.read(3);
        conversation.becomeGroup();
        Conversation again = new Conversation(conversation.state());
        assertThat(again.state()).isEqualTo(conversation.state());
        assertThat(again.position()).isEqualTo(3);
    }
}
