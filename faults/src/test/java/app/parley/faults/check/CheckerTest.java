package app.parley.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import java.time.Duration;
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

    private static final UUID BOB = new UUID(9, 2);

    private final List<Entry> record = new ArrayList<>();
    private long now;

    CheckerTest() {
        note(new Event.Registered("alice", new UUID(9, 1)));
        note(new Event.Registered("bob", BOB));
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

    @Test
    void aPushToWhomIsAwayHolds() {
        connect("b1", 1);
        at(10);
        close("b1", 1);
        delivered(FIRST, 1);
        at(14);
        push(1, 1, "first");
        push(1, 1, "first");
        at(50);
        connect("b1", 2);
        settled();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aPushToWhomIsOnlineDoesNotHold() {
        connect("b1", 1);
        delivered(FIRST, 1);
        at(10);
        push(1, 1, "first");
        at(20);
        settled();

        assertThat(kinds()).containsExactly(Kind.PUSHED);
    }

    @Test
    void aPushToWhomHasConnectedThroughSomethingThatWasBrokenSinceHolds() {
        connect("b1", 1);
        delivered(FIRST, 1);
        note(new Event.FaultBegan(1, "pause-long", "chat"));
        at(10);
        push(1, 1, "first");
        note(new Event.FaultHealed(1));
        settled();

        assertThat(kinds()).isEmpty();
    }

    @Test
    void aMessageToWhomStaysAwayWithoutAPushDoesNotHold() {
        connect("b1", 1);
        at(100);
        close("b1", 1);
        delivered(FIRST, 1);
        at(140);
        connect("b1", 2);
        settled();

        assertThat(kinds()).containsExactly(Kind.NOT_PUSHED);
    }

    @Test
    void twoPushesForOneMessageDoNotHold() {
        delivered(FIRST, 1);
        delivered(SECOND, 2);
        push(1, 1, "first");
        push(1, 2, "both");
        settled();

        assertThat(kinds()).containsExactly(Kind.PUSHED);
    }

    @Test
    void whatIsStoredAlthoughEverybodyHasItIsNotWiped() {
        delivered(FIRST, 1);
        settled();
        note(new Event.Stored(CONVERSATION, List.of(1L)));

        assertThat(kinds()).containsExactly(Kind.NOT_WIPED);
    }

    @Test
    void whatTheArchiveDoesNotHaveIsLost() {
        note(new Event.RunBegan(true, 1, 1));
        delivered(FIRST, 1);
        delivered(SECOND, 2);
        settled();
        note(new Event.Stored(CONVERSATION, List.of(1L)));

        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    private void connect(String device, int connection) {
        note(new Event.Welcomed(device, connection));
    }

    private void close(String device, int connection) {
        note(new Event.Closed(device, connection, 1006));
    }

    private void push(long from, long to, String key) {
        note(new Event.Pushed(BOB, CONVERSATION, from, to, key));
    }

    /** What is noted from now on happens so many seconds after the beginning. */
    private void at(int seconds) {
        now = Duration.ofSeconds(seconds).toNanos();
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
        record.add(new Entry(now + record.size(), Instant.EPOCH, event));
    }
}
