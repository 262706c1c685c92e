package app.parley.offlinestore.lease;

/**
 * Orders what the owners of a shard write beside its journal: each write has a stamp, as the store's time of writing,
 * that is higher than all before it, and those of a later epoch are higher than all of an earlier one. So whatever an owner
 * that was followed still writes, late, has no effect where its successor has written.
 */
public final class Stamps {

    /** Beyond the microseconds of any clock, which older rows may have: about the year 2540. */
    private static final long BASE = 1L << 54;

    private static final int WRITES_BITS = 38;

    private long last;

    public Stamps(long epoch) {
        last = BASE + (epoch << WRITES_BITS);
    }

    public long next() {
        return last++;
    }
}
