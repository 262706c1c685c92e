package app.parley.presence.node;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Gauges of the whole deployment, as the store has it: each instance shows the same, so take their maximum, not their
 * sum. {@code parley.nodes}: chat nodes with a valid lease; {@code parley.devices.online}: devices that these hold.
 */
@Component
class NodeMeters {

    private final NodeLeases leases;
    private final HeldDevices held;
    private final AtomicLong nodes;
    private final AtomicLong devices;

    NodeMeters(NodeLeases leases, HeldDevices held, MeterRegistry meters) {
        this.leases = leases;
        this.held = held;
        this.nodes = meters.gauge("parley.nodes", new AtomicLong());
        this.devices = meters.gauge("parley.devices.online", new AtomicLong());
    }

    /** Counts again. */
    Mono<Void> run() {
        return leases.all()
                .filter(Lease::valid)
                .concatMap(lease -> held.count(lease.id()))
                .collectList()
                .doOnNext(counts -> {
                    nodes.set(counts.size());
                    devices.set(counts.stream().mapToLong(Long::longValue).sum());
                })
                .then();
    }
}
