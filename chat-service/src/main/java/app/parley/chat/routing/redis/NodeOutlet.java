package app.parley.chat.routing.redis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** What goes to one other node: one publication is under way, and what comes meanwhile forms the next. */
final class NodeOutlet {

    private static final Logger log = LoggerFactory.getLogger(NodeOutlet.class);

    private final Function<List<HandOverItem>, Mono<Long>> publish;
    private final HandOverSettings settings;
    private final ArrayDeque<HandOverItem> queue = new ArrayDeque<>();
    private boolean publishing;

    NodeOutlet(Function<List<HandOverItem>, Mono<Long>> publish, HandOverSettings settings) {
        this.publish = publish;
        this.settings = settings;
    }

    void add(HandOverItem item) {
        synchronized (this) {
            if (queue.size() >= settings.queueSize()) {
                queue.removeFirst();
            }
            queue.addLast(item);
            if (publishing) {
                return;
            }
            publishing = true;
        }
        publishNext();
    }

    private void publishNext() {
        List<HandOverItem> batch = next();
        if (batch.isEmpty()) {
            return;
        }
        publish.apply(batch).subscribe(_ -> {}, this::failed, this::publishNext);
    }

    /** Not tried again: Redis may be away for long, and sessions find in the log what they missed. */
    private void failed(Throwable failure) {
        log.warn("A hand-over to another node was lost: {}", failure.toString());
        publishNext();
    }

    private synchronized List<HandOverItem> next() {
        List<HandOverItem> batch = new ArrayList<>();
        while (!queue.isEmpty() && batch.size() < settings.batchSize()) {
            batch.add(queue.removeFirst());
        }
        publishing = !batch.isEmpty();
        return batch;
    }
}
