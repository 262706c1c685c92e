package app.parley.offlinestore.shard;

import reactor.core.publisher.Mono;

/** Where a shard can be offered that its owner has given back. */
public interface ShardOffers {

    /** Takes the shard. Completes when it is served here; fails if another instance has it, or this one stops. */
    Mono<Void> take(int shard);
}
