package app.parley.service.rounds;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Does a piece of work again and again, one round at a time. After a round that fails, the next one comes as ever. */
public final class Rounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration pause;
    private final Supplier<Mono<Void>> round;
    private volatile @Nullable Disposable running;
    private volatile boolean failing;

    /**
     * @param name of the work, for the log
     * @param pause between the end of a round and the next
     */
    public Rounds(String name, Duration pause, Supplier<Mono<Void>> round) {
        this.name = name;
        this.pause = pause;
        this.round = round;
    }

    @Override
    public void start() {
        running = Mono.defer(round)
                .doOnSuccess(_ -> succeeded())
                .onErrorResume(this::failed)
                .then(Mono.delay(pause))
                .repeat()
                .subscribe();
    }

    @Override
    public void stop() {
        Disposable stopping = running;
        running = null;
        if (stopping != null) {
            stopping.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    private void succeeded() {
        if (failing) {
            failing = false;
            log.info("{}: it works again", name);
        }
    }

    /** Says so once, not in every round of an outage. */
    private Mono<Void> failed(Throwable failure) {
        if (!failing) {
            failing = true;
            log.warn("{}: a round failed, the next comes every {}: {}", name, pause, failure.toString());
        }
        return Mono.empty();
    }
}
