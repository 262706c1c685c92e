package app.parley.chat.socket;

import app.parley.chat.protocol.ServerFrame;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The sends to broadcast lists of one connection that are without an answer. One is under way at most, so that lists do not
 * let a client send more at a time than it may without them. Used by the connection's thread.
 */
final class BroadcastQueue {

    private final ArrayDeque<Mono<ServerFrame>> waiting = new ArrayDeque<>(1);
    private boolean underWay;

    /** Takes one more, if there are fewer than so many. */
    boolean add(Mono<ServerFrame> broadcast, int most) {
        if (waiting.size() + (underWay ? 1 : 0) >= most) {
            return false;
        }
        waiting.add(broadcast);
        return true;
    }

    /** The next, if it is its turn; null if none may begin. */
    @Nullable
    Mono<ServerFrame> begin() {
        if (underWay || waiting.isEmpty()) {
            return null;
        }
        underWay = true;
        return waiting.remove();
    }

    void end() {
        underWay = false;
    }
}
