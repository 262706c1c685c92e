package app.parley.presence.session;

import app.parley.presence.device.Device;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The devices whose session will have to be looked after: when it ends by itself, or when it was ended and the other
 * services must learn of it. What is in here is not forgotten, whatever dies.
 */
public interface Departures {

    /** Looks after this device after so long, and not at an earlier set time. */
    Mono<Void> expect(Device device, Duration in);

    /** Looks after this device after so long at the latest: at an earlier set time, if there is one. */
    Mono<Void> expectAtLatest(Device device, Duration in);

    /** Takes devices whose time has come; each comes again after {@code retry}, unless {@link #done} is said. */
    Flux<Device> due(int limit, Duration retry);

    /** The device is gone, and everybody knows. */
    Mono<Void> done(Device device);
}
