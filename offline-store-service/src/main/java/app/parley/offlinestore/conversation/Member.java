package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Event.ListTaken;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Snapshot.MemberPlace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user in a conversation: the cursor of each device, what has been delivered and read. A user without a device has a
 * mailbox in its place, whose id is the user's own.
 */
final class Member {

    private final UUID user;
    private final Map<UUID, Long> cursors;
    private final Set<UUID> moved = new HashSet<>(2);
    private final Stays stays;
    private Map<UUID, Long> lost;
    private long version;
    private long delivered;
    private long read;
    private long pushed;
    private long sent;
    private @Nullable PushRange push;
    private boolean progressed;
    private boolean parked;
    private boolean foundListed;

    Member(UUID user, long delivered, List<Stay> stays) {
        this(new MemberPlace(user, Map.of(), delivered, 0, 0, null, false, 0, Map.of(), stays, 0));
    }

    Member(MemberPlace place) {
        user = place.user();
        cursors = new HashMap<>(place.cursors());
        delivered = place.delivered();
        read = place.read();
        pushed = place.pushed();
        push = place.push();
        parked = place.parked();
        version = place.version();
        lost = new HashMap<>(place.lost());
        stays = new Stays(place.stays());
        sent = place.sent();
    }

    /** What the user may see. */
    Stays stays() {
        return stays;
    }

    /** Whether the user is in the conversation, and not only about to be or on the way out. */
    boolean isIn() {
        return stays.areOpen();
    }

    /** Whether nothing is left to do for a user who is not in the conversation. */
    boolean isGone(long head) {
        return !isIn() && !mayBeListed() && lowestCursor(head) == head;
    }

    UUID user() {
        return user;
    }

    /** The version of the newest list of devices that was seen, or 0. */
    long version() {
        return version;
    }

    /** Whether a list of this version says nothing new. Those without a version always count, as long as there is no other. */
    boolean knows(long listVersion) {
        return version > 0 && listVersion <= version;
    }

    /** Devices that the newest list lacks although they may not be gone, and since when they are missed, in milliseconds. */
    Map<UUID, Long> lost() {
        return lost;
    }

    void take(ListTaken list) {
        version = list.version();
        lost = new HashMap<>(list.lost());
    }

    long delivered() {
        return delivered;
    }

    long read() {
        return read;
    }

    boolean has(UUID device) {
        return cursors.containsKey(device);
    }

    boolean hasMailbox() {
        return has(user);
    }

    boolean hasNoDevice() {
        return cursors.isEmpty();
    }

    /** The device's cursor, or -1 if it has no place here. */
    long cursor(UUID device) {
        return cursors.getOrDefault(device, -1L);
    }

    Set<UUID> devices() {
        return cursors.keySet();
    }

    void place(UUID device, long cursor) {
        cursors.put(device, cursor);
    }

    void drop(UUID device) {
        cursors.remove(device);
        moved.remove(device);
        lost.remove(device);
    }

    /** Moves a device's cursor on, and says whether it was behind. */
    boolean advance(UUID device, long seq) {
        if (cursors.getOrDefault(device, Long.MAX_VALUE) >= seq) {
            return false;
        }
        cursors.put(device, seq);
        if (!device.equals(user)) {
            delivered = Math.max(delivered, seq);
        }
        return true;
    }

    /** Takes over how far one device at least was. */
    void advanceDelivered(long seq) {
        delivered = Math.max(delivered, seq);
    }

    /** Moves what the user has read on, and says whether it was behind. */
    boolean advanceRead(long seq) {
        if (read >= seq) {
            return false;
        }
        read = seq;
        return true;
    }

    /** The user has sent this message. */
    void said(long seq) {
        sent = seq;
    }

    /** Up to where nothing is unread: who says something has seen what came before. */
    long seen() {
        return Math.max(read, sent);
    }

    /** Moves on up to where a push notification went out, and says whether that was behind. */
    boolean advancePushed(long seq) {
        if (pushed >= seq) {
            return false;
        }
        pushed = seq;
        return true;
    }

    /** A push notification is on its way for these; it stays for these until it is known to be out. */
    void startPush(PushRange range) {
        push = range;
    }

    /** The push notification that is on its way, or was; null if there never was one. */
    @Nullable
    PushRange push() {
        return push;
    }

    /**
     * What a push notification has to go out for, null if for nothing. One that is on its way may have got to the provider
     * already, so it is not widened by what was sent since: the provider could not tell that it is the same.
     */
    @Nullable
    PushRange pushDue(long head) {
        long durable = stays.lastUpTo(head);
        long reached = Math.max(pushed, delivered);
        PushRange onItsWay = push;
        if (onItsWay != null && onItsWay.to() > reached) {
            return onItsWay;
        }
        return reached < durable ? new PushRange(reached + 1, durable) : null;
    }

    /** Of what is visible, what the devices lack; null if they have everything. */
    @Nullable
    Overdue overdue(UUID conversation, long durable) {
        List<UUID> behind = cursors.entrySet().stream()
                .filter(cursor -> stays.reached(cursor.getValue(), durable) < durable
                        && !cursor.getKey().equals(user))
                .map(Map.Entry::getKey)
                .toList();
        return behind.isEmpty()
                ? null
                : new Overdue(conversation, user, behind, stays.lastUpTo(durable), pushDue(durable) != null);
    }

    /** Notes that the journal does not have this device's cursor yet. */
    void noteMoved(UUID device) {
        moved.add(device);
        progressed = true;
    }

    /** Notes that the journal does not have yet what the user has read, or what was pushed. */
    void noteProgress() {
        progressed = true;
    }

    /** What the journal does not have yet of this member's progress; it has it from now on. */
    MemberProgressed takeProgress(UUID conversation) {
        Map<UUID, Long> places = new HashMap<>();
        moved.forEach(device -> places.put(device, cursor(device)));
        moved.clear();
        progressed = false;
        return new MemberProgressed(conversation, user, places, delivered, read, pushed, push);
    }

    boolean hasProgress() {
        return progressed;
    }

    /** The cursor of the device that is behind the most, or this if none is behind it. */
    long lowestCursor(long atMost) {
        long lowest = atMost;
        for (long cursor : cursors.values()) {
            lowest = Math.min(lowest, stays.reached(cursor, atMost));
        }
        return lowest;
    }

    boolean isParked() {
        return parked;
    }

    /** Whether the conversation is, or may be, on the user's list. */
    boolean mayBeListed() {
        return parked || foundListed;
    }

    void parked(boolean now) {
        parked = now;
        foundListed = false;
    }

    /** It was on the list when that was read, which may be over: so it is not counted as parked. */
    void foundListed() {
        foundListed = true;
    }

    MemberPlace place() {
        return new MemberPlace(
                user,
                Map.copyOf(cursors),
                delivered,
                read,
                pushed,
                push,
                parked,
                version,
                Map.copyOf(lost),
                stays.list(),
                sent);
    }
}
