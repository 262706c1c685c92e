package app.parley.chat.session.presence;

import app.parley.chat.routing.Device;
import app.parley.chat.routing.NodeName;
import app.parley.chat.session.Sessions;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.NodeLease;
import app.parley.presence.api.PresenceApi;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps this node's lease. Once it was lost, every device that is here is announced again. */
@Component
class NodeLeaseHolder {

    private static final Logger log = LoggerFactory.getLogger(NodeLeaseHolder.class);

    private final PresenceApi presence;
    private final NodeName self;
    private final Sessions sessions;
    private final AdmissionSettings settings;
    private volatile boolean left;

    NodeLeaseHolder(PresenceApi presence, NodeName self, Sessions sessions, AdmissionSettings settings) {
        this.presence = presence;
        this.self = self;
        this.sessions = sessions;
        this.settings = settings;
    }

    @EventListener
    void hold(ApplicationStartedEvent started) {
        keepRenewing();
    }

    private void keepRenewing() {
        if (left) {
            return;
        }
        renew().map(lease -> Duration.ofSeconds(lease.seconds()).dividedBy(3))
                .onErrorResume(failure -> {
                    log.warn("The node's lease was not renewed: {}", failure.toString());
                    return Mono.just(settings.retryAfter());
                })
                .flatMap(Mono::delay)
                .subscribe(_ -> keepRenewing());
    }

    /** Takes or renews the lease, and announces what is here if there was none. */
    Mono<NodeLease> renew() {
        return presence.renew(self.value())
                .flatMap(lease -> lease.fresh() ? announceAll().thenReturn(lease) : Mono.just(lease));
    }

    private Mono<Void> announceAll() {
        return Flux.fromIterable(sessions.devices())
                .buffer(settings.batchSize())
                .concatMap(devices -> presence.connected(
                                self.value(),
                                devices.stream().map(NodeLeaseHolder::device).toList())
                        .doOnNext(outcomes -> endRevoked(devices, outcomes)))
                .then();
    }

    private void endRevoked(List<Device> devices, List<ConnectionOutcome> outcomes) {
        for (int i = 0; i < devices.size(); i++) {
            if (outcomes.get(i) == ConnectionOutcome.REVOKED) {
                sessions.revoke(devices.get(i).device());
            }
        }
    }

    Mono<Void> leave() {
        left = true;
        return presence.leave(self.value());
    }

    static app.parley.presence.api.Device device(Device device) {
        return new app.parley.presence.api.Device(device.user(), device.device());
    }
}
