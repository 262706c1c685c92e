package app.parley.gateway.socket;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets so many upgrades through to one node at once, the others in turn. A node that has just started takes long for each: it
 * shall end what it has begun, rather than begin so many that all their clients have left before their turn comes.
 */
final class Turnstile {

    private final ArrayDeque<Turn<?>> waiting = new ArrayDeque<>();
    private int free;

    Turnstile(int atOnce) {
        this.free = atOnce;
    }

    /** Subscribes to what is behind when its turn comes. Whoever leaves before has none. */
    <T> Mono<T> pass(Mono<T> behind) {
        return Mono.create(sink -> {
            Turn<T> turn = new Turn<>(behind, sink);
            sink.onDispose(turn);
            if (enter(turn)) {
                turn.begin();
            }
        });
    }

    private synchronized boolean enter(Turn<?> turn) {
        if (free == 0) {
            waiting.add(turn);
            return false;
        }
        free--;
        return true;
    }

    private synchronized void forget(Turn<?> turn) {
        waiting.remove(turn);
    }

    private void leave() {
        Turn<?> next = next();
        if (next != null) {
            next.begin();
        }
    }

    private synchronized @Nullable Turn<?> next() {
        Turn<?> next = waiting.poll();
        if (next == null) {
            free++;
        }
        return next;
    }

    private final class Turn<T> implements Disposable {

        private final Mono<T> behind;
        private final MonoSink<T> sink;
        private final Disposable.Swap running = Disposables.swap();

        Turn(Mono<T> behind, MonoSink<T> sink) {
            this.behind = behind;
            this.sink = sink;
        }

        /** Also if nobody waits for it any more: it is cancelled then, and leaves at once. */
        void begin() {
            running.update(behind.doFinally(_ -> leave()).subscribe(sink::success, sink::error, sink::success));
        }

        @Override
        public void dispose() {
            forget(this);
            running.dispose();
        }
    }
}
