package app.parley.chat.session;

import app.parley.chat.routing.Parcel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a device stands in one conversation, as far as this connection goes. Guarded by its session. */
final class Place {

    final UUID conversation;
    /** Everything up to here was sent, or is the device's own. */
    private long sent;
    /** Everything up to here was acknowledged, or is the device's own. */
    private long acknowledged;
    /** The last message that really went out: what follows it needs no acknowledgement. */
    private long lastPushed;
    /** The last message that is known to exist. */
    private long head;
    /** False until the log has said where the device stands. */
    private boolean known;
    /** Whether it is in the queue of those that have to be read from the log. */
    private boolean queued;
    /** Whether it waited when the device connected, and still does. */
    private boolean unsynced;
    /** The message by which this session first heard of the conversation, until its place is known. */
    private @Nullable Parcel held;

    Place(UUID conversation) {
        this.conversation = conversation;
    }

    void locate(long cursor, long headNow) {
        sent = cursor;
        acknowledged = cursor;
        known = true;
        heardOf(headNow);
    }

    void heardOf(long seq) {
        head = Math.max(head, seq);
    }

    /** A message goes out. */
    void push(long seq) {
        sent = seq;
        lastPushed = seq;
    }

    /** What went out and was not acknowledged has to go out again. */
    void rewind() {
        sent = acknowledged;
        lastPushed = acknowledged;
    }

    /** The device needs nothing up to here, for it is its own, or was wiped. */
    void pass(long seq) {
        sent = Math.max(sent, seq);
        settle();
    }

    void acknowledge(long seq) {
        sent = Math.max(sent, seq);
        acknowledged = Math.max(acknowledged, seq);
        settle();
    }

    private void settle() {
        if (acknowledged >= lastPushed) {
            acknowledged = sent;
        }
    }

    long sent() {
        return sent;
    }

    long head() {
        return head;
    }

    /** How many places in the window it takes. */
    int outstanding() {
        return (int) (sent - acknowledged);
    }

    boolean isKnown() {
        return known;
    }

    boolean isBehind() {
        return head > sent;
    }

    boolean isIdle() {
        return known && !queued && !isBehind() && outstanding() == 0;
    }

    /** Whether it was not queued before. */
    boolean queue() {
        boolean first = !queued;
        queued = true;
        return first;
    }

    void unqueue() {
        queued = false;
    }

    boolean isQueued() {
        return queued;
    }

    void markUnsynced() {
        unsynced = true;
    }

    /** Whether it was unsynced until now. */
    boolean sync() {
        boolean was = unsynced;
        unsynced = false;
        return was;
    }

    void hold(Parcel parcel) {
        if (held == null) {
            held = parcel;
        }
    }

    @Nullable
    Parcel takeHeld() {
        Parcel taken = held;
        held = null;
        return taken;
    }
}
