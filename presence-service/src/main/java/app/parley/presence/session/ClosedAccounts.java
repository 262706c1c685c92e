package app.parley.presence.session;

import app.parley.presence.device.Device;
import app.parley.presence.device.DeviceChanges;
import app.parley.service.problem.ProblemException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Forgets people whose account is closed: where they are logged in, and that they ever were. */
@Service
public class ClosedAccounts {

    private final SessionStore store;
    private final Departures departures;
    private final DeviceChanges changes;
    private final OfflineQueues queues;
    private final SessionSettings settings;

    ClosedAccounts(
            SessionStore store,
            Departures departures,
            DeviceChanges changes,
            OfflineQueues queues,
            SessionSettings settings) {
        this.store = store;
        this.departures = departures;
        this.changes = changes;
        this.queues = queues;
        this.settings = settings;
    }

    /** Ends all sessions of a user, and forgets the user. May be asked again; fails if it has to be. */
    public Mono<Void> forget(UUID user) {
        return store.known(user)
                .concatMap(this::end)
                .then(store.forget(user))
                .filter(forgotten -> forgotten)
                .switchIfEmpty(
                        Mono.error(() -> ProblemException.unavailable("Somebody logs in with the account. Ask again.")))
                .then();
    }

    /** The round says it all once more: the word by which the socket is closed may get lost. */
    private Mono<Void> end(Device device) {
        return departures
                .expect(device, settings.departureRetry())
                .then(store.close(device))
                .then(changes.revoked(device))
                .then(queues.forget(device, 0))
                .then(departures.expect(device, Duration.ZERO));
    }
}
