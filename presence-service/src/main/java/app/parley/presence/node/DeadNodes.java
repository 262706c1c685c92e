package app.parley.presence.node;

import app.parley.presence.device.Device;
import app.parley.presence.device.DeviceChanges;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Buries leases that ran out. Their devices are offline already, since a route counts only while its lease is valid; this
 * notes when they were seen last, tells everybody, and clears up. Each step may be done twice, so it does not matter if an
 * instance dies over it.
 */
@Component
class DeadNodes {

    private static final Logger log = LoggerFactory.getLogger(DeadNodes.class);
    private static final int BATCH = 500;

    private final NodeLeases leases;
    private final HeldDevices held;
    private final Routes routes;
    private final DeviceChanges changes;
    private final NodeSettings settings;

    DeadNodes(NodeLeases leases, HeldDevices held, Routes routes, DeviceChanges changes, NodeSettings settings) {
        this.leases = leases;
        this.held = held;
        this.routes = routes;
        this.changes = changes;
        this.settings = settings;
    }

    /** Buries what ran out and nobody else is burying. Safe to do in several instances at once. */
    Mono<Void> run() {
        return leases.all()
                .filter(lease -> !lease.valid())
                .filterWhen(lease -> leases.claim(lease.id(), settings.burial()))
                .concatMap(this::bury)
                .then();
    }

    private Mono<Void> bury(Lease lease) {
        log.info("The lease {} ended at {}: its devices are offline", lease.id(), lease.ends());
        return Mono.defer(() -> strandSome(lease))
                .repeat()
                .takeWhile(any -> any)
                .then(leases.bury(lease.id()));
    }

    /** Takes a batch of devices from a dead lease. False if it holds none any more. */
    private Mono<Boolean> strandSome(Lease lease) {
        return held.some(lease.id(), BATCH)
                .collectList()
                .flatMap(devices -> devices.isEmpty()
                        ? Mono.just(false)
                        : strand(lease, devices).thenReturn(true));
    }

    private Mono<Void> strand(Lease lease, List<Device> devices) {
        return Flux.fromIterable(devices)
                .filterWhen(device -> routes.strand(device, lease.id(), lease.ends()), BATCH)
                .map(Device::user)
                .collect(Collectors.toSet())
                .flatMap(changes::changed)
                .then(held.release(lease.id(), devices));
    }
}
