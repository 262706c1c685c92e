package app.parley.service.client;

import app.parley.service.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Lets so many through at once, the others in turn, first come first served. Who is behind it ends what it has begun, rather
 * than begin so many that all have left before they are answered.
 */
public final class Turnstile {

    private final int longest;
    private final Duration patience;
    private final ArrayDeque<Turn<?>> waiting = new ArrayDeque<>();
    private final AtomicInteger changes = new AtomicInteger();
    private int free;

    /**
     * @param atOnce how many are let through at once
     * @param longest how many may wait; one more is refused as {@code unavailable}
     * @param patience how long one waits before it is refused as well
     */
    public Turnstile(int atOnce, int longest, Duration patience) {
        this.free = atOnce;
        this.longest = longest;
        this.patience = patience;
    }

    /** Subscribes to what is behind when its turn comes. Whoever cancels leaves the line, or ends what was begun. */
    public <T> Mono<T> pass(Mono<T> behind) {
        return Mono.create(sink -> {
            Turn<T> turn = new Turn<>(behind, sink);
            if (!stand(turn)) {
                turn.dispose();
                sink.error(ProblemException.unavailable("Too many are waiting. Try again."));
                return;
            }
            sink.onDispose(turn);
            letThrough();
        });
    }

    private synchronized boolean stand(Turn<?> turn) {
        return (free > 0 || waiting.size() < longest) && waiting.add(turn);
    }

    private synchronized boolean quit(Turn<?> turn) {
        return waiting.remove(turn);
    }

    private void leave() {
        synchronized (this) {
            free++;
        }
        letThrough();
    }

    /** One after the other, also if what is behind ends at once and the next one's turn comes within this one's. */
    private void letThrough() {
        if (changes.getAndIncrement() > 0) {
            return;
        }
        int seen = 1;
        do {
            Turn<?> next = next();
            while (next != null) {
                next.begin();
                next = next();
            }
            seen = changes.addAndGet(-seen);
        } while (seen > 0);
    }

    private synchronized @Nullable Turn<?> next() {
        if (free == 0 || waiting.isEmpty()) {
            return null;
        }
        free--;
        return waiting.remove();
    }

    private final class Turn<T> implements Disposable {

        private final Mono<T> behind;
        private final MonoSink<T> sink;
        private final Disposable.Swap running = Disposables.swap();

        Turn(Mono<T> behind, MonoSink<T> sink) {
            this.behind = behind;
            this.sink = sink;
            running.update(Schedulers.parallel().schedule(this::giveUp, patience.toMillis(), TimeUnit.MILLISECONDS));
        }

        /** Also if nobody waits for it any more: it is cancelled then, and leaves at once. */
        void begin() {
            running.update(behind.doFinally(_ -> leave())
                    .subscribe(sink::success, sink::error, sink::success, Context.of(sink.contextView())));
        }

        private void giveUp() {
            if (quit(this)) {
                sink.error(ProblemException.unavailable("Others were before, for too long. Try again."));
            }
        }

        @Override
        public void dispose() {
            if (!quit(this)) {
                running.dispose();
            }
        }
    }
}
