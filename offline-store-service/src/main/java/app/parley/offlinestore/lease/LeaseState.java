package app.parley.offlinestore.lease;

import app.parley.offlinestore.lease.ShardLeases.Owner;
import org.jspecify.annotations.Nullable;

/**
 * What every instance sees of a shard's lease.
 *
 * @param epoch counts the owners; 0 if there was none yet
 * @param opened the last epoch whose owner has read all that came before: its window of the journal says how much of each
 *     older epoch counts. Null if none has said so
 * @param beat another one after each renewal; null if there was none yet
 * @param owner null while the shard is free
 */
public record LeaseState(
        long epoch,
        @Nullable Long opened,
        @Nullable Long beat,
        @Nullable Owner owner) {

    /** Of a shard that nobody had yet. */
    public static final LeaseState NEVER_OWNED = new LeaseState(0, null, null, null);

    /** Whether it has an owner that has read all that came before, and serves it. */
    public boolean isServed() {
        return owner != null && opened != null && opened == epoch;
    }

    boolean isFree() {
        return owner == null;
    }
}
