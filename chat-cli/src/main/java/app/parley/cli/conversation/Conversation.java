package app.parley.cli.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where this device stands in a conversation. Its messages are numbered 1, 2, 3 …: whatever comes at or below the
 * position is a duplicate, whatever comes beyond the next one shows a gap and is held back until the gap is filled. A
 * place that an own send was given counts as had, since its message does not come back to the device that sent it.
 */
public final class Conversation {

    /** Nothing is known of the conversation yet: the first message to come says where it begins for this device. */
    static final long NOWHERE = -1;

    private final UUID id;
    private @Nullable UUID peer;
    private long position;
    private long acknowledged;
    private long read;
    private long readSaid;
    private long peerDelivered;
    private long peerRead;
    private long ownHead;
    private final TreeMap<Long, Optional<LogEntry>> ahead = new TreeMap<>();

    Conversation(UUID id) {
        this.id = id;
        this.position = NOWHERE;
    }

    Conversation(ConversationState state) {
        id = state.id();
        peer = state.peer();
        position = state.position();
        acknowledged = state.acknowledged();
        read = state.read();
        readSaid = state.readSaid();
        peerDelivered = state.peerDelivered();
        peerRead = state.peerRead();
        ownHead = state.ownHead();
    }

    ConversationState state() {
        return new ConversationState(
                id, peer, position, acknowledged, read, readSaid, peerDelivered, peerRead, ownHead);
    }

    public UUID id() {
        return id;
    }

    /** The other side, or null while only own messages have been seen. */
    public @Nullable UUID peer() {
        return peer;
    }

    public void metPeer(UUID user) {
        peer = user;
    }

    /** Everything up to and with this sequence number is had, or can no longer be had. */
    public long position() {
        return Math.max(position, 0);
    }

    /** Takes a message in, and gives back those that are now in order: none for a duplicate or one behind a gap. */
    public List<LogEntry> receive(LogEntry message) {
        if (position == NOWHERE) {
            position = message.seq() - 1;
        }
        if (message.seq() > position) {
            ahead.putIfAbsent(message.seq(), Optional.of(message));
        } else {
            acknowledged = Math.min(acknowledged, position - 1);
        }
        return advance();
    }

    /** An own message has its place. Gives back what was held back behind it. */
    public List<LogEntry> accepted(long seq) {
        ownHead = Math.max(ownHead, seq);
        if (position == NOWHERE && seq == 1) {
            position = 0;
        }
        if (seq > position) {
            ahead.put(seq, Optional.empty());
        }
        return advance();
    }

    /** Another device of this user sent a message that this one was given. */
    public void sentElsewhere(long seq) {
        ownHead = Math.max(ownHead, seq);
    }

    /** Whether something is missing before what is held back. */
    public boolean hasGap() {
        return !ahead.isEmpty();
    }

    /** The last message that is held back behind a gap. */
    public long aheadTo() {
        return ahead.lastKey();
    }

    /** What was missing up to here has been asked for and is not to be had: it is skipped. */
    public List<LogEntry> settle(long upTo) {
        List<LogEntry> ready = new ArrayList<>();
        while (hasGap() && ahead.firstKey() <= upTo) {
            position = Math.max(position, ahead.firstKey() - 1);
            ready.addAll(advance());
        }
        return ready;
    }

    /** The position, if the server has yet to be told of it. */
    public Optional<Long> takeAcknowledgement() {
        if (position <= acknowledged || position < 1) {
            return Optional.empty();
        }
        acknowledged = position;
        return Optional.of(position);
    }

    /** The user has seen everything up to here. */
    public void read(long seq) {
        read = Math.max(read, seq);
    }

    /** How far the user has read, if the server has yet to be told. */
    public Optional<Long> takeRead() {
        if (read <= readSaid) {
            return Optional.empty();
        }
        readSaid = read;
        return Optional.of(read);
    }

    /** What was told last may not have arrived. */
    public void sayAgain() {
        readSaid = 0;
        acknowledged = Math.min(acknowledged, position - 1);
    }

    /** How far the other side is. True if that is news. */
    public boolean receipt(long delivered, long readByPeer) {
        boolean news = delivered > peerDelivered || readByPeer > peerRead;
        peerRead = Math.max(peerRead, readByPeer);
        peerDelivered = Math.max(Math.max(peerDelivered, delivered), peerRead);
        return news;
    }

    /** How far the other side is. */
    public Standing standing() {
        return new Standing(peerDelivered, peerRead);
    }

    /** Whether an own message has not been read yet. */
    public boolean hasUnticked() {
        return ownHead > peerRead;
    }

    private List<LogEntry> advance() {
        List<LogEntry> ready = new ArrayList<>();
        while (position != NOWHERE && hasGap() && ahead.firstKey() <= position + 1) {
            var next = ahead.pollFirstEntry();
            if (next.getKey() > position) {
                position = next.getKey();
                next.getValue().ifPresent(ready::add);
            }
        }
        return ready;
    }
}
