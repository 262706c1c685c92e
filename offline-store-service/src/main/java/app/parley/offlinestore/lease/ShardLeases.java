package app.parley.offlinestore.lease;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The leases of all shards, as every instance sees them. What a call has answered, every later call of anyone knows. */
public interface ShardLeases {

    /** The deployment's number of shards: this one if none has been set. */
    Mono<Integer> agreeOnShards(int proposed);

    /** The state of each shard that was ever owned. */
    Mono<Map<Integer, LeaseState>> all();

    /**
     * Takes a shard, if its lease is still as it was seen.
     *
     * @return the epoch that begins; empty if something has happened to the lease
     */
    Mono<Long> claim(int shard, LeaseState seen, Owner owner);

    /**
     * Extends leases under their epochs.
     *
     * @param epochs by shard
     * @param beat another one than the last time
     * @return the shards that nobody has claimed meanwhile
     */
    Mono<Set<Integer>> renew(Map<Integer, Long> epochs, long beat);

    /** Notes that this epoch has been opened. False if another one has begun meanwhile. */
    Mono<Boolean> opened(int shard, long epoch);

    /** Gives a shard back, if its epoch is still this one. */
    Mono<Void> release(int shard, long epoch);

    /**
     * An instance.
     *
     * @param name its own among all instances
     * @param address its internal base address
     */
    record Owner(String name, URI address) {}
}
