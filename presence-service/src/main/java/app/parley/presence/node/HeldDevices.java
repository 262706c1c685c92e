package app.parley.presence.node;

import app.parley.presence.device.Device;
import java.util.Collection;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The devices that each lease holds, to be found when the lease is over. A device is in here before it is routed, and
 * until after; so there may be some whose route is another by now.
 */
public interface HeldDevices {

    /** Adds devices, unless the lease has run out: then false. */
    Mono<Boolean> hold(LeaseId lease, List<Device> devices);

    /** Takes devices out. */
    Mono<Void> release(LeaseId lease, Collection<Device> devices);

    /** Some of the devices, in any order; none if there are none. */
    Flux<Device> some(LeaseId lease, int limit);

    /** How many they are. */
    Mono<Long> count(LeaseId lease);
}
