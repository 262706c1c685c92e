package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Outcome;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** Commands that were sent together, and are answered together when each has its outcome. */
final class Batch {

    private final @Nullable Outcome[] outcomes;
    private final long arrivedNanos;
    private final MonoSink<List<Outcome>> answer;
    private final Runnable afterwards;
    private final Map<UUID, Outcome> refused = new HashMap<>(0);
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

    /** Messages to a conversation are to be sent again, all that follow in this batch as well: none may overtake another. */
    void refuse(UUID conversation, Outcome sendAgain) {
        refused.put(conversation, sendAgain);
    }

    /** What messages to this conversation are answered from now on, if they are to be sent again. */
    @Nullable
    Outcome refusalOf(UUID conversation) {
        return refused.get(conversation);
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
