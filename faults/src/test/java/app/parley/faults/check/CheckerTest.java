package app.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each rule on a record that keeps it and on one that does not. Alice has two devices, Bob one. */
class CheckerTest {

    private static final UUID CONVERSATION = new UUID(0, 1);
    private static final UUID FIRST = new UUID(7, 1);
    private static final UUID SECOND = new UUID(7, 2);

    private final List<Entry> record = new ArrayList<>();

    CheckerTest() {
        login("alice", "a1");
        login("alice", "a2");
        login("bob", "b1");
    }

    @Test
    void aRecordInWhichEverybodyHasEverythingHolds() {
        delivered(FIRST, 1);
        delivered(SECOND, 2);
        settled();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aMessageThatComesAgainBeforeItWasAcknowledgedHolds() {
        delivered(FIRST, 1);
        received("b1", FIRST, 1, 2);
        settled();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aMessageThatWasAcceptedAndReachedOneDeviceOnlyIsLost() {
        sent(FIRST);
        accepted(FIRST, 1);
        received("b1", FIRST, 1, 1);
        settled();

        assertThat(Checker.judge(record)).singleElement().satisfies(violation -> {
            assertThat(violation.kind()).isEqualTo(Kind.LOST);
            assertThat(violation.what()).startsWith("a2 never received");
            assertThat(violation.life())
                    .extracting(Entry::event)
                    .contains(new Event.Accepted("a1", FIRST, CONVERSATION, 1));
        });
    }

    @Test
    void aMessageThatWasNeverAcceptedNeedNotArrive() {
        sent(FIRST);
        settled();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aRunThatNeverCameToRestDoesNotHold() {
        delivered(FIRST, 1);

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void aMessageAcceptedAtTwoPlacesIsDoubled() {
        delivered(FIRST, 1);
        delivered(FIRST, 2);
        settled();

        assertThat(kinds()).contains(Kind.DOUBLED);
    }

    @Test
    void twoMessagesAcceptedAtOnePlaceAreDoubled() {
        delivered(FIRST, 1);
        delivered(SECOND, 1);
        settled();

        assertThat(kinds()).contains(Kind.DOUBLED);
    }

    @Test
    void aLaterNumberBeforeAnEarlierOneIsOutOfOrder() {
        delivered(SECOND, 2);
        delivered(FIRST, 1);
        settled();

        assertThat(kinds()).containsOnly(Kind.OUT_OF_ORDER).isNotEmpty();
    }

    @Test
    void aMessageThatNobodySentIsInvented() {
        received("b1", FIRST, 1, 1);
        settled();

        assertThat(kinds()).containsExactly(Kind.INVENTED);
    }

    @Test
    void aMessageWithAnotherContentIsInvented() {
        delivered(FIRST, 1);
        note(new Event.Received("b1", CONVERSATION, 1, FIRST, "changed", 2));
        settled();

        assertThat(kinds()).containsExactly(Kind.INVENTED);
    }

    @Test
    void aMessageThatIsSentToADeviceAfterTheEndStillWaited() {
        delivered(FIRST, 1);
        settled();
        note(new Event.Waiting("b1", CONVERSATION, 1));

        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void aDeviceThatBecameANewOneCountsFromItsFirstMessage() {
        sent(FIRST);
        accepted(FIRST, 1);
        received("a2", FIRST, 1, 1);
        login("bob", "b1.2");
        sent(SECOND);
        accepted(SECOND, 2);
        received("a2", SECOND, 2, 1);
        received("b1.2", SECOND, 2, 1);
        settled();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aMessageThatADeviceForgotBeforeItAcknowledgedItMustComeAgain() {
        delivered(FIRST, 1);
        note(new Event.Acknowledged("b1", CONVERSATION, 1, 1));
        delivered(SECOND, 2);
        note(new Event.Forgot("b1"));
        settled();

        assertThat(Checker.judge(record)).singleElement().satisfies(violation -> {
            assertThat(violation.kind()).isEqualTo(Kind.LOST);
            assertThat(violation.what()).startsWith("b1 never received " + SECOND);
        });
    }

    private List<Kind> kinds() {
        return Checker.judge(record).stream().map(Violation::kind).toList();
    }

    private void delivered(UUID id, long seq) {
        sent(id);
        accepted(id, seq);
        received("a2", id, seq, 1);
        received("b1", id, seq, 1);
    }

    private void login(String user, String device) {
        note(new Event.LoggedIn(device, user, UUID.randomUUID()));
    }

    private void sent(UUID id) {
        note(new Event.Sent("a1", "bob", id, "text " + id));
    }

    private void accepted(UUID id, long seq) {
        note(new Event.Accepted("a1", id, CONVERSATION, seq));
    }

    private void received(String device, UUID id, long seq, int connection) {
        note(new Event.Received(device, CONVERSATION, seq, id, "text " + id, connection));
    }

    private void settled() {
        note(new Event.Settled());
    }

    private void note(Event event) {
        record.add(new Entry(record.size(), Instant.EPOCH, event));
    }
}
