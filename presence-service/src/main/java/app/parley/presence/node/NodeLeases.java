package app.parley.presence.node;

import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the leases of chat nodes, by one clock for all. */
public interface NodeLeases {

    /** Renews the lease of a node, or gives it a fresh one if it has none. True if it is a fresh one. */
    Mono<Boolean> renew(String node, Duration duration);

    /** Ends the lease of a node now. */
    Mono<Void> end(String node);

    /** The valid lease of a node, or nothing. */
    Mono<LeaseId> current(String node);

    /** All leases: the valid ones, and those that ran out and are not yet buried. */
    Flux<Lease> all();

    /** Whether the caller may bury this lease: one at a time may, for so long. */
    Mono<Boolean> claim(LeaseId lease, Duration burial);

    /** Deletes a lease that ran out, once it holds nothing. */
    Mono<Void> bury(LeaseId lease);
}
