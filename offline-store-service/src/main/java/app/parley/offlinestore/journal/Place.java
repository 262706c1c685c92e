package app.parley.offlinestore.journal;

import java.util.Comparator;

/**
 * The place of a flush in a shard's journal.
 *
 * @param epoch counts the shard's owners
 * @param segment counts the partitions of an epoch
 * @param position counts the flushes of an epoch
 */
public record Place(long epoch, long segment, long position) implements Comparable<Place> {

    /** Before every flush. */
    public static final Place START = new Place(0, 0, -1);

    private static final Comparator<Place> ORDER = Comparator.comparingLong(Place::epoch)
            .thenComparingLong(Place::segment)
            .thenComparingLong(Place::position);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }
}
