package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The end of a conversation's log, which the message log does not have yet, and the positions that divide the log.
 *
 * <p>Up to {@code settled} the message log has what is left, but nothing up to {@code wiped}; beyond it, the messages are
 * here and in the journal. Up to {@code durable} they are visible; beyond it they have a place, but nobody may know until
 * the journal has them.
 */
public final class LogTail {

    private final NavigableMap<Long, Message> unsettled = new TreeMap<>();
    private final NavigableMap<Long, Long> deletions = new TreeMap<>();
    private long durable;
    private long settled;
    private long wiped;
    private long maybeStoredFrom = Long.MAX_VALUE;

    /** The last visible message. */
    public long durable() {
        return durable;
    }

    /** The message log has what is left of the messages up to here. */
    public long settled() {
        return settled;
    }

    /** The message log has nothing up to here. */
    public long wiped() {
        return wiped;
    }

    /** Takes over where a state stands. */
    void restore(Snapshot state) {
        settled = Math.max(settled, state.settled());
        wiped = Math.max(wiped, state.wiped());
        forgetSettled();
    }

    private void forgetSettled() {
        unsettled.headMap(settled, true).clear();
        deletions.headMap(settled, true).clear();
    }

    void durableTo(long seq) {
        durable = Math.max(durable, seq);
    }

    void keep(Message message) {
        if (message.seq() > settled) {
            unsettled.put(message.seq(), message);
            if (message.kind() == Kind.DELETION) {
                deletions.put(message.seq(), message.of());
            }
        }
    }

    void dropBefore(long seq) {
        unsettled.headMap(seq, false).clear();
        deletions.headMap(seq, false).clear();
    }

    /** The messages that are deleted, visibly, while the message log may still have them as they were. */
    public Set<Long> deleted() {
        return deletedBy(durable);
    }

    /** Whether a message is deleted, visibly or not, by what the message log does not have. */
    boolean isDeleted(long seq) {
        return deletions.containsValue(seq);
    }

    /** The messages that are deleted by what the message log does not have, up to this one. */
    public Set<Long> deletedBy(long seq) {
        return Set.copyOf(deletions.headMap(seq, true).values());
    }

    /** A message that the message log does not have, visible or not; null if it is not here. */
    @Nullable
    Message find(long seq) {
        return unsettled.get(seq);
    }

    /** The messages that the message log does not have, visible or not, up to this one, without what has disappeared. */
    public List<Message> unsettledTo(long seq, Instant now) {
        return unsettled.headMap(seq, true).values().stream()
                .filter(message -> !message.isExpired(now))
                .toList();
    }

    /** Whether the journal is the only one to have some of the messages. */
    public boolean hasUnsettled() {
        return !unsettled.isEmpty();
    }

    /** The first visible message that the message log does not have; it has whatever precedes it. */
    public long firstRecent() {
        return unsettled.isEmpty() ? durable + 1 : Math.min(unsettled.firstKey(), durable + 1);
    }

    /** Visible messages that the message log does not have, from this one on. */
    public List<Message> recentFrom(long seq, int limit) {
        return seq > durable
                ? List.of()
                : unsettled.subMap(seq, true, durable, true).values().stream()
                        .limit(limit)
                        .toList();
    }

    /** Visible messages that the message log does not have, back from this one, the newest first. */
    public List<Message> recentBackFrom(long seq, int limit) {
        return unsettled.headMap(Math.min(seq, durable), true).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    /**
     * An attempt to store messages from this one on has begun; until one has succeeded, the message log may have any of
     * them, so that they have to be wiped there even if they are acknowledged meanwhile.
     */
    public void maybeStoredFrom(long seq) {
        maybeStoredFrom = Math.min(maybeStoredFrom, seq);
    }

    /** @param firstStored the first message that had to be stored; beyond {@code seq} if there was none */
    void settledTo(long seq, long firstStored) {
        if (wiped == settled) {
            wiped = Math.max(wiped, Math.min(firstStored, maybeStoredFrom) - 1);
        }
        maybeStoredFrom = Long.MAX_VALUE;
        settled = Math.max(settled, seq);
        forgetSettled();
    }

    /** Whether the message log has, or may have, messages of this conversation. */
    public boolean hasSettledMessages() {
        return wiped < settled;
    }

    /** Notes that the message log has nothing up to here. */
    public void wipedTo(long seq) {
        wiped = Math.max(wiped, seq);
    }
}
