package app.parley.cli.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where this device stands in a conversation. Its messages are numbered 1, 2, 3 …: whatever comes at or below the
 * position is a duplicate, whatever comes beyond the next one shows a gap and is held back until the gap is filled. A
 * place that an own send was given counts as had, since its message does not come back to the device that sent it. In a
 * group the numbers go on further up for who comes into it, or back.
 */
public final class Conversation {

    /** Nothing is known of the conversation yet: the first message to come says where it begins for this device. */
    static final long NOWHERE = -1;

    private final UUID id;
    private boolean group;
    private @Nullable UUID peer;
    private long position;
    private long acknowledged;
    private long read;
    private long readSaid;
    private long peerDelivered;
    private long peerRead;
    private long ownHead;
    private final TreeMap<Long, Optional<LogEntry>> ahead = new TreeMap<>();

    /** Where own messages stand in a group that are not counted as read. */
    private final Set<Long> ownPlaces = new HashSet<>();

    /** How far each other member of a group is, as far as this was asked for. */
    private final Map<UUID, Standing> members = new HashMap<>();

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
        group = state.group();
    }

    ConversationState state() {
        return new ConversationState(
                id, peer, position, acknowledged, read, readSaid, peerDelivered, peerRead, ownHead, group);
    }

    public UUID id() {
        return id;
    }

    public boolean isGroup() {
        return group;
    }

    /** This is a group: it has many sides, and not one other. */
    public void becomeGroup() {
        group = true;
        peer = null;
    }

    /** The other side, or null in a group, and while only own messages have been seen. */
    public @Nullable UUID peer() {
        return peer;
    }

    public void metPeer(UUID user) {
        if (!group) {
            peer = user;
        }
    }

    /** Whom a message in this conversation is for, if that is known. */
    public Optional<Recipient> recipient() {
        return group
                ? Optional.of(Recipient.group(id))
                : Optional.ofNullable(peer).map(Recipient::user);
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

    /**
     * Takes in the message with which this user comes into a group, or back: nothing is missing before it. Gives back
     * those that are now in order.
     */
    public List<LogEntry> enter(LogEntry message) {
        List<LogEntry> ready = new ArrayList<>(settle(message.seq() - 1));
        position = Math.max(position, message.seq() - 1);
        ready.addAll(receive(message));
        return ready;
    }

    /** An own message has its place. Gives back what was held back behind it. */
    public List<LogEntry> accepted(long seq) {
        ownHead = Math.max(ownHead, seq);
        if (group && seq > read) {
            ownPlaces.add(seq);
            readOwn();
        }
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
        readOwn();
    }

    /** In a group it is said how far everybody has read, oneself among them: what follows of one's own is read, too. */
    private void readOwn() {
        while (ownPlaces.remove(read + 1)) {
            read++;
        }
        ownPlaces.removeIf(place -> place <= read);
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

    /** How far one of a group is. It counts when all have been heard of. */
    public void memberReceipt(UUID user, long delivered, long readByMember) {
        members.put(user, new Standing(delivered, readByMember));
    }

    /** Somebody is not in the group any more: nobody waits for them. */
    public void memberGone(UUID user) {
        members.remove(user);
    }

    /** All of a group have been heard of. True if everybody is further than was known. */
    public boolean membersHeard() {
        long delivered =
                members.values().stream().mapToLong(Standing::delivered).min().orElse(0);
        long readByAll =
                members.values().stream().mapToLong(Standing::read).min().orElse(0);
        return receipt(delivered, readByAll);
    }

    /** How far the other side is; of a group, how far everybody is. */
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
