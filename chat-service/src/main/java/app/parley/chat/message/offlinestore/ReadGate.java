package app.parley.chat.message.offlinestore;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Lets so many reads through at once, the others in turn: thousands of clients that reconnect together must not take
 * the connections away that messages are stored through.
 */
final class ReadGate {

    private final ArrayDeque<MonoSink<Boolean>> waiting = new ArrayDeque<>();
    private int free;

    ReadGate(int permits) {
        this.free = permits;
    }

    /** The read, in its turn. A caller who loses interest does not end it, so that no permit can get lost. */
    <T> Mono<T> pass(Mono<T> read) {
        return Mono.fromFuture(
                () -> Mono.usingWhen(Mono.create(this::enter), _ -> read, _ -> Mono.fromRunnable(this::leave))
                        .toFuture(),
                true);
    }

    private void enter(MonoSink<Boolean> arriving) {
        synchronized (this) {
            if (free == 0) {
                waiting.add(arriving);
                return;
            }
            free--;
        }
        arriving.success(true);
    }

    private void leave() {
        MonoSink<Boolean> next = handOn();
        if (next != null) {
            next.success(true);
        }
    }

    private synchronized @Nullable MonoSink<Boolean> handOn() {
        MonoSink<Boolean> next = waiting.poll();
        if (next == null) {
            free++;
        }
        return next;
    }
}
