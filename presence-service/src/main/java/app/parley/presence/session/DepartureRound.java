package app.parley.presence.session;

import app.parley.presence.device.Device;
import app.parley.presence.device.DeviceChanges;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sees devices off whose session is over, be it revoked or expired: until every service has forgotten them. */
@Component
class DepartureRound {

    private static final Logger log = LoggerFactory.getLogger(DepartureRound.class);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 8;

    private final Departures departures;
    private final SessionStore store;
    private final DeviceChanges changes;
    private final OfflineQueues queues;
    private final SessionSettings settings;
    private final MeterRegistry meters;

    DepartureRound(
            Departures departures,
            SessionStore store,
            DeviceChanges changes,
            OfflineQueues queues,
            SessionSettings settings,
            MeterRegistry meters) {
        this.departures = departures;
        this.store = store;
        this.changes = changes;
        this.queues = queues;
        this.settings = settings;
        this.meters = meters;
    }

    /** Looks after the devices whose time has come. Safe to do in several instances at once. */
    Mono<Void> run() {
        return departures
                .due(BATCH, settings.departureRetry())
                .flatMap(device -> lookAfter(device).onErrorResume(failure -> putOff(device, failure)), AT_ONCE)
                .then();
    }

    /** An expired session left its traces, and the first word of a revocation may have been lost. */
    private Mono<Void> lookAfter(Device device) {
        return store.clear(device)
                .flatMap(version -> seeOff(device, version).thenReturn(true))
                .switchIfEmpty(Mono.defer(() -> expectAnew(device).thenReturn(true)))
                .then();
    }

    private Mono<Void> seeOff(Device device, long version) {
        return changes.revoked(device)
                .then(queues.forget(device, version))
                .then(departures.done(device))
                .then(expectAnew(device))
                .doOnSuccess(_ -> count("done"));
    }

    /** A device that logged in again while it was seen off has a session whose end is to be expected. */
    private Mono<Void> expectAnew(Device device) {
        return store.remaining(device).flatMap(remaining -> departures.expect(device, remaining));
    }

    private Mono<Void> putOff(Device device, Throwable failure) {
        log.warn("{} is seen off again in {}: {}", device, settings.departureRetry(), failure.toString());
        count("put_off");
        return Mono.empty();
    }

    private void count(String outcome) {
        meters.counter("parley.departures", "outcome", outcome).increment();
    }
}
