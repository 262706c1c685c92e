package app.parley.presence.session;

import app.parley.presence.device.Device;
import reactor.core.publisher.Mono;

/** The queues of what waits for each device. */
public interface OfflineQueues {

    /**
     * Nothing waits for this device any more. May be said again.
     *
     * @param version that of the user's devices without it: where a newer list is known, the device may be back
     */
    Mono<Void> forget(Device device, long version);
}
