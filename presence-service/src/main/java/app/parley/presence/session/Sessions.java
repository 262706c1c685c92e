package app.parley.presence.session;

import app.parley.presence.device.Device;
import app.parley.presence.device.DeviceChanges;
import app.parley.presence.session.SessionStore.NewSession;
import app.parley.presence.session.SessionStore.Opening;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Opens, lists and revokes sessions. Whatever ends a session is in {@link Departures} before it is done. */
@Service
public class Sessions {

    /** Longer than a revocation takes, so that nobody looks after the device while it is still being revoked. */
    private static final Duration REVOCATION = Duration.ofSeconds(10);

    private final SessionStore store;
    private final Departures departures;
    private final DeviceChanges changes;
    private final SessionSettings settings;

    Sessions(SessionStore store, Departures departures, DeviceChanges changes, SessionSettings settings) {
        this.store = store;
        this.departures = departures;
        this.changes = changes;
        this.settings = settings;
    }

    /** The live sessions of a user, the oldest first. */
    public Flux<Session> of(UUID user) {
        return store.of(user);
    }

    /** Whether the device has a live session. */
    public Mono<Boolean> isAlive(Device device) {
        return store.isAlive(device);
    }

    /** Opens a session. A device that had one before may still have to be seen off: what is expected of it stays. */
    Mono<Opening> open(NewSession session) {
        Device device = session.device();
        return departures
                .expectAtLatest(device, settings.idleLifetime())
                .then(store.open(session))
                .flatMap(opening -> opening instanceof Opening.Opened(Device opened)
                        ? changes.added(opened.user()).thenReturn(opening)
                        : Mono.just(opening))
                .flatMap(opening -> opening.equals(new Opening.Opened(device))
                                || device.id().equals(session.again())
                        ? Mono.just(opening)
                        : departures.done(device).thenReturn(opening));
    }

    /** Ends the session of a device for good. False if there is none. */
    public Mono<Boolean> revoke(Device device) {
        return store.isAlive(device).flatMap(alive -> alive ? end(device) : Mono.just(false));
    }

    private Mono<Boolean> end(Device device) {
        return departures
                .expect(device, REVOCATION)
                .then(store.close(device))
                .flatMap(closed -> changes.revoked(device)
                        .then(departures.expect(device, Duration.ZERO))
                        .thenReturn(closed));
    }
}
