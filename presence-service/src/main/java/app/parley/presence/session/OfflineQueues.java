package app.parley.presence.session;

import app.parley.presence.device.Device;
import reactor.core.publisher.Mono;

/** The queues of what waits for each device. */
public interface OfflineQueues {

    /** Nothing waits for this device any more. May be said again. */
    Mono<Void> forget(Device device);
}
