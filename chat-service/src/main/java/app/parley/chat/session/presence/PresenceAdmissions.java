package app.parley.chat.session.presence;

import app.parley.chat.routing.Device;
import app.parley.chat.routing.NodeName;
import app.parley.chat.session.Admission;
import app.parley.chat.session.Admissions;
import app.parley.chat.session.Sessions;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.PresenceApi;
import app.parley.service.client.RemoteProblem;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
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
    private final WaitingLine line;
    private final Set<Device> gone = new LinkedHashSet<>();
    private boolean busy;
    private boolean failed;
    private boolean left;

    PresenceAdmissions(
            PresenceApi presence,
            NodeName self,
            NodeLeaseHolder lease,
            Sessions sessions,
            AdmissionSettings settings,
            WaitingLine line) {
        this.presence = presence;
        this.self = self;
        this.lease = lease;
        this.sessions = sessions;
        this.settings = settings;
        this.line = line;
    }

    @Override
    public Mono<Admission> admit(Device device) {
        return Mono.create(answer -> {
            Arrival arrival = new Arrival(device, answer);
            Duration comeBack = line.join(arrival);
            if (comeBack != null) {
                arrival.answer(new Admission.Later(comeBack));
                return;
            }
            Disposable patience = Schedulers.parallel()
                    .schedule(() -> giveUp(arrival), settings.waitAtMost().toMillis(), TimeUnit.MILLISECONDS);
            answer.onDispose(patience);
            answer.onCancel(() -> {
                arrival.abandon();
                line.leave(arrival);
            });
            collect();
        });
    }

    private void giveUp(Arrival arrival) {
        arrival.abandon();
        arrival.answer(new Admission.Later(line.leave(arrival)));
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
            if (busy || (line.length() == 0 && gone.isEmpty())) {
                return;
            }
            busy = true;
            pause = (failed ? settings.retryAfter() : settings.collect()).toMillis();
            failed = false;
        }
        var _ = Schedulers.parallel().schedule(this::announce, pause, TimeUnit.MILLISECONDS);
    }

    private void announce() {
        List<Arrival> coming = line.next(settings.batchSize());
        List<Device> going = takeGone(coming);
        long begin = System.nanoTime();
        disconnect(going)
                .then(Mono.defer(() -> connect(coming)))
                .subscribe(
                        _ -> {},
                        failure -> {
                            log.warn("{} devices were not announced: {}", coming.size(), failure.toString());
                            line.putBack(coming, System.nanoTime() - begin);
                            tryAgain();
                        },
                        () -> {
                            if (!coming.isEmpty()) {
                                line.served(coming, System.nanoTime() - begin);
                            }
                            done();
                        });
    }

    private void tryAgain() {
        synchronized (this) {
            failed = true;
        }
        done();
    }

    private void done() {
        synchronized (this) {
            busy = false;
        }
        collect();
    }

    /** But for those who are back already, or are coming. */
    private synchronized List<Device> takeGone(List<Arrival> coming) {
        gone.removeIf(device -> sessions.holds(device.device()));
        coming.forEach(arrival -> gone.remove(arrival.device()));
        line.devices().forEach(gone::remove);
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

    /** Who did not wait for it has gone again. */
    private void admit(List<Arrival> coming, List<ConnectionOutcome> outcomes) {
        for (int i = 0; i < coming.size(); i++) {
            Arrival arrival = coming.get(i);
            boolean held = outcomes.get(i) == ConnectionOutcome.HELD;
            if (held && arrival.isAbandoned()) {
                goneAll(List.of(arrival.device()));
            }
            arrival.answer(held ? new Admission.Held() : new Admission.Revoked());
        }
    }
}
