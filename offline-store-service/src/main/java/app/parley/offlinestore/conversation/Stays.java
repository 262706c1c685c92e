package app.parley.offlinestore.conversation;

import java.util.ArrayList;
import java.util.List;

/** What a member may see of a conversation: in a direct one all of it, in a group what was said while they were in it. */
final class Stays {

    private static final long NOTHING = Long.MAX_VALUE;

    private final List<Stay> stays;

    Stays(List<Stay> stays) {
        this.stays = new ArrayList<>(stays);
    }

    List<Stay> list() {
        return List.copyOf(stays);
    }

    /** Whether the last one lasts. */
    boolean areOpen() {
        return !stays.isEmpty() && stays.getLast().isOpen();
    }

    /** From this message on everything is to be seen. */
    void open(long from) {
        stays.removeIf(stay -> stay.from() >= from);
        if (!stays.isEmpty() && stays.getLast().to() >= from - 1) {
            Stay last = stays.removeLast();
            stays.add(new Stay(last.from(), Stay.OPEN));
        } else {
            stays.add(new Stay(from, Stay.OPEN));
        }
    }

    /** After this message nothing is to be seen. */
    void close(long to) {
        if (areOpen()) {
            stays.add(new Stay(stays.removeLast().from(), to));
        }
    }

    /** The last message up to this one that is to be seen; 0 if there is none. */
    long lastUpTo(long seq) {
        for (Stay stay : stays.reversed()) {
            if (stay.from() <= seq) {
                return Math.min(stay.to(), seq);
            }
        }
        return 0;
    }

    /** Whether this message is to be seen. */
    boolean have(long seq) {
        return lastUpTo(seq) == seq;
    }

    /** How many messages from this one to that one are to be seen. */
    long count(long from, long to) {
        long count = 0;
        for (Stay stay : stays) {
            count += Math.max(0, Math.min(to, stay.to()) - Math.max(from, stay.from()) + 1);
        }
        return count;
    }

    /** Up to where somebody has everything who has it up to this cursor, as far as that is not beyond the limit. */
    long reached(long cursor, long limit) {
        long next = firstAfter(cursor);
        return next == NOTHING || next > limit ? limit : next - 1;
    }

    private long firstAfter(long cursor) {
        for (Stay stay : stays) {
            if (stay.to() > cursor) {
                return Math.max(stay.from(), cursor + 1);
            }
        }
        return NOTHING;
    }
}
