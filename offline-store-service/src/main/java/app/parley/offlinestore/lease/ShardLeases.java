package app.parley.offlinestore.lease;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Mono;

/** The leases of all shards, as every instance sees them. */
public interface ShardLeases {

    /** The deployment's number of shards: this one if none has been set. */
    Mono<Integer> agreeOnShards(int proposed);

    /**
     * Takes a shard that is free, or that an instance of the same name had.
     *
     * @return the epoch that begins; empty if another instance has the shard
     */
    Mono<Long> claim(int shard, Owner owner, Duration lease);

    /**
     * Extends leases under their epochs.
     *
     * @param epochs by shard
     * @return the shards that nobody has claimed meanwhile
     */
    Mono<Set<Integer>> renew(Map<Integer, Long> epochs, Owner owner, Duration lease);

    /** Gives a shard back, if its epoch is still this one. */
    Mono<Void> release(int shard, long epoch);

    /** Where the shards are served, as far as they are. */
    Mono<Map<Integer, URI>> addresses();

    /**
     * An instance.
     *
     * @param name the same after a restart
     * @param address its internal base address
     */
    record Owner(String name, URI address) {}
}
