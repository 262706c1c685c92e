package app.parley.chat.session.presence;

import app.parley.chat.routing.Device;
import app.parley.chat.routing.NodeName;
import app.parley.chat.session.Admissions;
import app.parley.chat.session.Sessions;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.PresenceApi;
import app.parley.service.client.RemoteProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Announces devices to presence-service, many with one call, and one call at a time: so a device that comes back at
 * once is never said to have gone after it was said to be here.
 */
@Component
class PresenceAdmissions implements Admissions {

    private static final Logger log = LoggerFactory.getLogger(PresenceAdmissions.class);

    private final PresenceApi presence;
    private final NodeName self;
    private final NodeLeaseHolder lease;
    private final Sessions sessions;
    private final AdmissionSettings settings;
    private List<Arrival> arrivals = new ArrayList<>();
    private final Set<Device> gone = new LinkedHashSet<>();
    private boolean busy;
    private boolean failed;
    private boolean left;

    /** A device that waits to be admitted. */
    private record Arrival(Device device, MonoSink<Boolean> admitted) {}

    PresenceAdmissions(
            PresenceApi presence, NodeName self, NodeLeaseHolder lease, Sessions sessions, AdmissionSettings settings) {
        this.presence = presence;
        this.self = self;
        this.lease = lease;
        this.sessions = sessions;
        this.settings = settings;
    }

    @Override
    public Mono<Boolean> admit(Device device) {
        return Mono.create(sink -> {
            synchronized (this) {
                arrivals.add(new Arrival(device, sink));
            }
            collect();
        });
    }

    @Override
    public void gone(Device device) {
        goneAll(List.of(device));
        collect();
    }

    /** After the node has left, all its devices are gone, and nobody needs to be told of one. */
    private synchronized void goneAll(List<Device> devices) {
        if (!left) {
            gone.addAll(devices);
        }
    }

    @Override
    public Mono<Void> leave() {
        synchronized (this) {
            left = true;
            gone.clear();
        }
        return lease.leave();
    }

    private void collect() {
        long pause;
        synchronized (this) {
            if (busy || (arrivals.isEmpty() && gone.isEmpty())) {
                return;
            }
            busy = true;
            pause = (failed ? settings.retryAfter() : settings.collect()).toMillis();
            failed = false;
        }
        var _ = Schedulers.parallel().schedule(this::announce, pause, TimeUnit.MILLISECONDS);
    }

    private void announce() {
        List<Arrival> coming = takeArrivals();
        List<Device> going = takeGone(coming);
        disconnect(going)
                .then(connect(coming))
                .subscribe(
                        _ -> {},
                        failure -> {
                            log.warn("Devices were not announced: {}", failure.toString());
                            coming.forEach(arrival -> arrival.admitted().error(failure));
                            done();
                        },
                        this::done);
    }

    private void done() {
        synchronized (this) {
            busy = false;
        }
        collect();
    }

    private synchronized List<Arrival> takeArrivals() {
        int size = Math.min(arrivals.size(), settings.batchSize());
        List<Arrival> taken = List.copyOf(arrivals.subList(0, size));
        arrivals = new ArrayList<>(arrivals.subList(size, arrivals.size()));
        return taken;
    }

    /** But for those who are back already, or are coming. */
    private synchronized List<Device> takeGone(List<Arrival> coming) {
        gone.removeIf(device -> sessions.holds(device.device()));
        coming.forEach(arrival -> gone.remove(arrival.device()));
        arrivals.forEach(arrival -> gone.remove(arrival.device()));
        List<Device> taken = gone.stream().limit(settings.batchSize()).toList();
        taken.forEach(gone::remove);
        return taken;
    }

    private Mono<Void> disconnect(List<Device> going) {
        if (going.isEmpty()) {
            return Mono.empty();
        }
        return presence.disconnected(
                        self.value(),
                        going.stream().map(NodeLeaseHolder::device).toList())
                .onErrorResume(failure -> {
                    log.warn("{} devices were not said to have gone: {}", going.size(), failure.toString());
                    putBack(going);
                    return Mono.empty();
                });
    }

    private synchronized void putBack(List<Device> going) {
        goneAll(going);
        failed = true;
    }

    private Mono<Void> connect(List<Arrival> coming) {
        if (coming.isEmpty()) {
            return Mono.empty();
        }
        List<app.parley.presence.api.Device> devices = coming.stream()
                .map(arrival -> NodeLeaseHolder.device(arrival.device()))
                .toList();
        return presence.connected(self.value(), devices)
                .onErrorResume(
                        PresenceAdmissions::isLeaseLost,
                        _ -> lease.renew().then(presence.connected(self.value(), devices)))
                .doOnNext(outcomes -> admit(coming, outcomes))
                .then();
    }

    private static boolean isLeaseLost(Throwable failure) {
        return failure instanceof RemoteProblem problem && problem.code().equals("node_lease_expired");
    }

    private static void admit(List<Arrival> coming, List<ConnectionOutcome> outcomes) {
        for (int i = 0; i < coming.size(); i++) {
            coming.get(i).admitted().success(outcomes.get(i) == ConnectionOutcome.HELD);
        }
    }
}
