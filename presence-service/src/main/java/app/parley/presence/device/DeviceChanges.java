package app.parley.presence.device;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells whoever remembers routes of devices to forget them. The word may get lost on its way. */
public interface DeviceChanges {

    /** Devices of these users came, went or moved. Says nothing if there are none. */
    Mono<Void> changed(Collection<UUID> users);

    /** This user has a device more. */
    Mono<Void> added(UUID user);

    /** This device was revoked: its socket must be closed at once. */
    Mono<Void> revoked(Device device);
}
