package app.parley.offlinestore.lease;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The right to write a shard's journal under an epoch. It runs on a monotonic clock, from before the moment at which it
 * was asked for, and ends a margin early, so that it ends here before anyone else may take the shard over.
 */
public final class Lease {

    private final long epoch;
    private final LongSupplier nanoClock;
    private volatile long endNanos;
    private volatile boolean over;

    /**
     * @param askedNanos when it was asked for, on this clock
     * @param holds how long from then on
     */
    public Lease(long epoch, LongSupplier nanoClock, long askedNanos, Duration holds) {
        this.epoch = epoch;
        this.nanoClock = nanoClock;
        renewed(askedNanos, holds);
    }

    public long epoch() {
        return epoch;
    }

    /** It was asked for again, and granted: nobody else had the shard meanwhile. */
    public void renewed(long askedNanos, Duration holds) {
        endNanos = askedNanos + holds.toNanos();
    }

    /** It is over, and nothing renews it: the shard is given away, or is another instance's. */
    public void end() {
        over = true;
    }

    /** Whether this instance, and no other, owns the shard now. */
    public boolean holds() {
        return !over && endNanos - nanoClock.getAsLong() > 0;
    }
}
