package app.parley.chat.socket;

import app.parley.chat.message.MessageLog;
import app.parley.chat.protocol.CloseCode;
import app.parley.chat.session.Admissions;
import app.parley.chat.session.Reconnects;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A planned stop: takes no new clients, moves the others away at a pace, has the last of what they said stored, and
 * gives the node's lease back. All of it before the web server stops.
 */
@Component
class Drain implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);
    private static final Duration STEP = Duration.ofMillis(50);

    private final Connections connections;
    private final MessageLog messages;
    private final Admissions admissions;
    private final DrainSettings settings;
    private final Reconnects reconnects;
    private final ApplicationEventPublisher events;
    private volatile boolean running;
    private volatile boolean draining;

    Drain(
            Connections connections,
            MessageLog messages,
            Admissions admissions,
            DrainSettings settings,
            Reconnects reconnects,
            ApplicationEventPublisher events) {
        this.connections = connections;
        this.messages = messages;
        this.admissions = admissions;
        this.settings = settings;
        this.reconnects = reconnects;
        this.events = events;
    }

    boolean isDraining() {
        return draining;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the web server, so that it stops before it. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public void stop(Runnable stopped) {
        draining = true;
        AvailabilityChangeEvent.publish(events, this, ReadinessState.REFUSING_TRAFFIC);
        log.info("Moving {} clients away", connections.count());
        moveAway()
                .then(messages.settled().timeout(settings.settleWithin()).onErrorComplete())
                .then(admissions.leave().timeout(settings.settleWithin()).onErrorComplete())
                .doFinally(_ -> {
                    running = false;
                    stopped.run();
                })
                .subscribe();
    }

    private Mono<Void> moveAway() {
        int leaving = connections.count();
        int step = Math.max(1, (int) (settings.closesPerSecond() * STEP.toMillis() / 1000));
        return Flux.fromIterable(connections.all())
                .buffer(step)
                .zipWith(Flux.interval(Duration.ZERO, STEP).onBackpressureDrop(), (some, _) -> some)
                .doOnNext(some -> some.forEach(connection -> sayBye(connection, leaving)))
                .delaySequence(settings.farewell())
                .doOnNext(some -> some.forEach(Drain::close))
                .then();
    }

    private void sayBye(Connection connection, int leaving) {
        connection.sayBye("this node is stopping", reconnects.oneOf(leaving));
    }

    private static void close(Connection connection) {
        connection.close(CloseCode.GOING_AWAY, "this node is stopping");
    }
}
