package app.parley.offlinestore.journal;

import app.parley.offlinestore.conversation.Event;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A partition of the journal: the conversations in it, and the last message of each. */
public final class Segment {

    private final long epoch;
    private final long number;
    private final long ordinal;
    private final long openedNanos;
    private final Map<UUID, Long> lastMessages = new LinkedHashMap<>();
    private long closedNanos;
    private long size;
    private boolean hasMessages;

    Segment(long epoch, long number, long ordinal, long openedNanos) {
        this.epoch = epoch;
        this.number = number;
        this.ordinal = ordinal;
        this.openedNanos = openedNanos;
    }

    public long epoch() {
        return epoch;
    }

    public long number() {
        return number;
    }

    /** Grows from each segment of the shard to the next, across epochs. */
    public long ordinal() {
        return ordinal;
    }

    long openedNanos() {
        return openedNanos;
    }

    void close(long nanos) {
        closedNanos = nanos;
    }

    long closedNanos() {
        return closedNanos;
    }

    long size() {
        return size;
    }

    void grow(long bytes) {
        size += bytes;
    }

    /** Notes what an event is about, so that the segment can be settled. */
    public void note(Event event) {
        if (event instanceof MessageAppended appended) {
            hasMessages = true;
            lastMessages.put(event.conversation(), appended.message().seq());
        } else {
            lastMessages.putIfAbsent(event.conversation(), 0L);
        }
    }

    public boolean hasMessages() {
        return hasMessages;
    }

    public Set<UUID> conversations() {
        return lastMessages.keySet();
    }

    /** The last message of a conversation in here; 0 if it has none. */
    public long lastMessage(UUID conversation) {
        return lastMessages.getOrDefault(conversation, 0L);
    }
}
