package app.parley.gateway.socket;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The sockets that go through this gateway. When it stops, it ends them one after the other, before the HTTP server
 * stops, and each client hears when to come back.
 */
@Component
class OpenSockets implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OpenSockets.class);

    private final SocketSettings settings;
    private final MeterRegistry meters;
    private final Semaphore places;
    private final Set<Tunnel> tunnels = ConcurrentHashMap.newKeySet();
    private volatile boolean running;

    OpenSockets(SocketSettings settings, MeterRegistry meters) {
        this.settings = settings;
        this.meters = meters;
        this.places = new Semaphore(settings.max());
        Gauge.builder("parley.gateway.sockets", tunnels, Set::size)
                .description("sockets that go through this gateway now")
                .register(meters);
    }

    /** Takes a place for one more, if there is one. */
    boolean takePlace() {
        return running && places.tryAcquire();
    }

    void givePlaceBack() {
        places.release();
    }

    void opened(Tunnel tunnel) {
        tunnels.add(tunnel);
        meters.counter("parley.gateway.sockets.opened").increment();
        if (!running) {
            tunnel.end(comeBack());
        }
    }

    void closed(Tunnel tunnel, Tunnel.End by) {
        tunnels.remove(tunnel);
        meters.counter("parley.gateway.sockets.closed", "by", by.name().toLowerCase(Locale.ROOT))
                .increment();
    }

    Duration linger() {
        return settings.linger();
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public void stop() {
        drain().block();
    }

    @Override
    public void stop(Runnable whenDone) {
        drain().doFinally(signal -> whenDone.run()).subscribe();
    }

    /** Before the HTTP server stops, which would cut them off. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE + 512;
    }

    private Mono<Void> drain() {
        running = false;
        List<Tunnel> leaving = List.copyOf(tunnels);
        if (leaving.isEmpty()) {
            return Mono.empty();
        }
        log.info("Ending {} sockets within {}.", leaving.size(), settings.drain());
        Mono<Void> paced = Flux.fromIterable(leaving)
                .delayElements(settings.drain().dividedBy(leaving.size()))
                .doOnNext(tunnel -> tunnel.end(comeBack()))
                .then();
        Mono<Void> gone = Flux.interval(Duration.ofMillis(50))
                .takeUntil(tick -> tunnels.isEmpty())
                .then();
        return paced.then(gone).timeout(settings.drain().plus(settings.linger()).plusSeconds(1), Mono.empty());
    }

    /** For the client of a chat-service that has died: others have lost theirs in the same moment. */
    Duration comeBackAfterLoss() {
        long needed = Duration.ofSeconds(1 + tunnels.size() / settings.reconnectsPerSecond())
                .toMillis();
        long within = Math.min(needed, settings.reconnectSpread().toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(within + 1));
    }

    /** For a client whose upgrade was refused: within a second, and later the more sockets there are. */
    Duration tryAgain() {
        return comeBackAfterLoss().plusSeconds(1);
    }

    private Duration comeBack() {
        return Duration.ofMillis(
                ThreadLocalRandom.current().nextLong(settings.reconnectSpread().toMillis() + 1));
    }
}
