package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Outcome;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** Commands that were sent together, and are answered together when each has its outcome. */
final class Batch {

    private final @Nullable Outcome[] outcomes;
    private final long arrivedNanos;
    private final MonoSink<List<Outcome>> answer;
    private final Runnable afterwards;
    private int open;

    /** @param afterwards what to do when it has been answered */
    Batch(int size, long arrivedNanos, MonoSink<List<Outcome>> answer, Runnable afterwards) {
        this.outcomes = new Outcome[size];
        this.arrivedNanos = arrivedNanos;
        this.answer = answer;
        this.afterwards = afterwards;
        this.open = size;
    }

    long arrivedNanos() {
        return arrivedNanos;
    }

    /** The outcome of the command at this index; the first one counts. */
    void answer(int index, Outcome outcome) {
        if (outcomes[index] != null) {
            return;
        }
        outcomes[index] = outcome;
        open--;
        if (open == 0) {
            answer.success(Arrays.stream(outcomes).map(Outcome.class::cast).toList());
            afterwards.run();
        }
    }
}
