package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Reason;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The appends that have a place and wait for it to become durable, in the order in which they came. */
final class UnpublishedAppends {

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final ShardMetrics metrics;
    private boolean stopped;

    UnpublishedAppends(ShardMetrics metrics) {
        this.metrics = metrics;
    }

    /** Answers an append when its place is durable. */
    void add(Conversation conversation, Outcome.Appended outcome, Batch batch, int index) {
        Waiting append = new Waiting(conversation, outcome, batch, index);
        if (append.isDurable()) {
            answer(append);
        } else if (stopped) {
            append.refuse();
        } else {
            waiting.add(append);
        }
    }

    /** Answers those that are durable by now. */
    void publish() {
        while (!waiting.isEmpty() && waiting.getFirst().isDurable()) {
            answer(waiting.removeFirst());
        }
    }

    /** Answers those that have waited for so long as unavailable; they may become durable all the same. */
    void expire(Duration deadline) {
        long latest = System.nanoTime() - deadline.toNanos();
        waiting.removeIf(append -> {
            boolean late = append.batch().arrivedNanos() < latest;
            if (late) {
                append.refuse();
            }
            return late;
        });
    }

    /** Answers all, and whatever comes from now on, as unavailable. */
    void stop() {
        stopped = true;
        waiting.forEach(Waiting::refuse);
        waiting.clear();
    }

    private void answer(Waiting append) {
        metrics.appended(append.outcome().duplicate(), append.batch().arrivedNanos());
        append.batch().answer(append.index(), append.outcome());
    }

    private record Waiting(Conversation conversation, Outcome.Appended outcome, Batch batch, int index) {

        boolean isDurable() {
            return conversation.durable() >= outcome.seq();
        }

        void refuse() {
            batch.answer(index, new Outcome.Refused(Reason.UNAVAILABLE));
        }
    }
}
