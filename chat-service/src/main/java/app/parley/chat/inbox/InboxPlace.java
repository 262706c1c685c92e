package app.parley.chat.inbox;

import java.util.Comparator;
import java.util.UUID;

/**
 * A place in a user's list: those that are pinned come first, and the newest of either.
 *
 * @param pinnedAt in milliseconds; 0 if it is not pinned
 * @param at when the last message was sent, in milliseconds; 0 if there never was one
 */
public record InboxPlace(long pinnedAt, long at, UUID conversation) implements Comparable<InboxPlace> {

    private static final Comparator<InboxPlace> ORDER = Comparator.comparingLong(InboxPlace::pinnedAt)
            .thenComparingLong(InboxPlace::at)
            .thenComparing(InboxPlace::conversation)
            .reversed();

    @Override
    public int compareTo(InboxPlace other) {
        return ORDER.compare(this, other);
    }
}
