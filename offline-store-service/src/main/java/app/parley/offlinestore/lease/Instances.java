package app.parley.offlinestore.lease;

import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The instances that are there, among whom the shards are spread. Nothing depends on this being right but how evenly that
 * is done.
 */
public interface Instances {

    /** Says that an instance is there, and will be for so long at the least. */
    Mono<Void> announce(Owner instance, Duration duration);

    /** Says that an instance goes. */
    Mono<Void> leave(String name);

    Flux<Owner> all();
}
