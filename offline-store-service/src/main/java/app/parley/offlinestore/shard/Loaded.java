package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.journal.Segment;
import java.time.Duration;

/** A conversation in memory, and where its state is stored. */
final class Loaded {

    private final Conversation conversation;
    private long usedNanos = System.nanoTime();
    private long savedVersion;
    private long savedSettled;
    private long savedOrdinal;
    private boolean savedAsRow;

    Loaded(Conversation conversation) {
        this.conversation = conversation;
    }

    Conversation conversation() {
        return conversation;
    }

    void touch() {
        usedNanos = System.nanoTime();
    }

    long usedNanos() {
        return usedNanos;
    }

    boolean isIdleFor(Duration time) {
        return System.nanoTime() - usedNanos >= time.toNanos();
    }

    /**
     * Its row has what it was at this version.
     *
     * @param ordinal the journal's segments before this one are covered
     */
    void savedAsRow(long version, long settled, long ordinal) {
        saved(version, settled, ordinal, true);
    }

    /** A segment, this one at the earliest, has what it was at this version. */
    void carried(long version, long settled, long ordinal) {
        saved(version, settled, ordinal, false);
    }

    private void saved(long version, long settled, long ordinal, boolean asRow) {
        savedVersion = version;
        savedSettled = settled;
        savedOrdinal = ordinal;
        savedAsRow = asRow;
    }

    /** Whether it has to be saved before this segment may go. */
    boolean needs(Segment segment) {
        boolean forgetsWhatIsStored = conversation.tail().settled() > savedSettled
                && conversation.tail().hasSettledMessages();
        return forgetsWhatIsStored || !(savedOrdinal > segment.ordinal() || isCleanRow());
    }

    /** Whether it can be fetched again as it is. */
    boolean isStoredWhole() {
        return isCleanRow()
                && !conversation.tail().hasUnsettled()
                && conversation.head() == conversation.durable()
                && conversation.usersToPark().isEmpty()
                && !conversation.isUntidy();
    }

    private boolean isCleanRow() {
        return savedAsRow && savedVersion == conversation.version();
    }
}
