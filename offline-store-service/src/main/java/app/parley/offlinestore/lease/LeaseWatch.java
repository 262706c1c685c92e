package app.parley.offlinestore.lease;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Tells which leases have run out, by this instance's own monotonic clock: those whose beat it has seen unchanged for the
 * time of a lease. So no clock is compared with another, and none that can be set counts.
 *
 * <p>Only time in which the leases could be read counts: when the store stands still, the owners cannot renew either, and
 * nobody should take their shards for that.
 */
public final class LeaseWatch {

    private final Duration duration;
    private final Duration longestGap;
    private final List<Sight> sights;
    private boolean looked;
    private long lookedNanos;

    /**
     * @param shards how many there are
     * @param duration the time of a lease
     * @param longestGap how much of the time between two looks counts at most
     */
    public LeaseWatch(int shards, Duration duration, Duration longestGap) {
        this.sights = new ArrayList<>(Collections.nCopies(shards, new Sight(LeaseState.NEVER_OWNED, 0)));
        this.duration = duration;
        this.longestGap = longestGap;
    }

    /**
     * Takes a look into account.
     *
     * @param states of each shard that was ever owned
     * @param nowNanos when the answer had come
     */
    public synchronized void saw(Map<Integer, LeaseState> states, long nowNanos) {
        long gap = looked ? Math.min(nowNanos - lookedNanos, longestGap.toNanos()) : 0;
        looked = true;
        lookedNanos = nowNanos;
        for (int shard = 0; shard < sights.size(); shard++) {
            LeaseState now = states.getOrDefault(shard, LeaseState.NEVER_OWNED);
            Sight before = sights.get(shard);
            sights.set(
                    shard,
                    now.equals(before.state()) ? new Sight(now, before.unchangedNanos() + gap) : new Sight(now, 0));
        }
    }

    /** The lease of a shard as it was last seen. */
    public synchronized LeaseState state(int shard) {
        return sights.get(shard).state();
    }

    /** Whether a shard may be taken: nobody has it, or its owner has not been heard of for the time of a lease. */
    synchronized boolean isFree(int shard) {
        return isFreeFor(shard, Duration.ZERO);
    }

    /** Whether this is so for so long already. */
    synchronized boolean isFreeFor(int shard, Duration time) {
        Sight sight = sights.get(shard);
        Duration since = sight.state().isFree() ? time : duration.plus(time);
        return sight.unchangedNanos() >= since.toNanos();
    }

    private record Sight(LeaseState state, long unchangedNanos) {}
}
