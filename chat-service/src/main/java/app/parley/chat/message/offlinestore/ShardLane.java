package app.parley.chat.message.offlinestore;

import app.parley.chat.message.Refusal;
import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.Outcome;
import app.parley.service.client.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.scheduler.Schedulers;

/**
 * The way to one shard. One batch is under way, and what comes meanwhile forms the next: so the order is kept, and the
 * busier it is, the larger the batches. A lone message goes at once; what follows a batch waits for some company, since
 * a batch costs much more than a message in it.
 */
final class ShardLane {

    private static final Logger log = LoggerFactory.getLogger(ShardLane.class);

    private final int shard;
    private final ShardOwners owners;
    private final StoreSettings settings;
    private final StoreMeters meters;
    private final ShardQueue queue;
    private final Backoff backoff;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile List<Pending> underWay = List.of();

    ShardLane(int shard, ShardOwners owners, StoreSettings settings, StoreMeters meters) {
        this.shard = shard;
        this.owners = owners;
        this.settings = settings;
        this.meters = meters;
        this.queue = new ShardQueue(settings);
        this.backoff = new Backoff(settings.retryAfter(), settings.retryAtMost());
    }

    void append(PendingAppend append) {
        if (!queue.add(append)) {
            append.refused(Refusal.UNAVAILABLE);
            return;
        }
        go();
    }

    void progress(PendingProgress progress) {
        boolean first = queue.add(progress);
        if (first && !busy.get()) {
            after(settings.linger(), this::go);
        }
    }

    boolean isSettled() {
        return !busy.get() && queue.isEmpty();
    }

    /** Answers the messages whose time is over, also those whose batch has not come back. */
    void expire(long now) {
        queue.expire(now);
        for (Pending pending : underWay) {
            if (pending instanceof PendingAppend append && append.isDue(now)) {
                append.refused(Refusal.UNAVAILABLE);
            }
        }
    }

    private void go() {
        if (busy.compareAndSet(false, true)) {
            next();
        }
    }

    private void next() {
        List<Pending> batch = queue.take();
        underWay = batch;
        if (batch.isEmpty()) {
            rest();
            return;
        }
        long began = System.nanoTime();
        List<Command> commands = batch.stream().map(Pending::command).toList();
        owners.apply(shard, commands)
                .subscribe(outcomes -> answered(batch, outcomes, began), failure -> failed(batch, failure));
    }

    /** Whoever came between the last look and the end of busyness is seen here. */
    private void rest() {
        busy.set(false);
        if (queue.hasAppends()) {
            go();
        } else if (!queue.isEmpty()) {
            after(settings.linger(), this::go);
        }
    }

    private void answered(List<Pending> batch, List<Outcome> outcomes, long began) {
        if (outcomes.size() != batch.size()) {
            failed(batch, new IllegalStateException("expected " + batch.size() + " outcomes, got " + outcomes.size()));
            return;
        }
        backoff.reset();
        meters.answered(batch.size(), System.nanoTime() - began);
        List<Pending> again = new ArrayList<>(0);
        for (int i = 0; i < batch.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.AudienceUnknown
                    && batch.get(i) instanceof PendingAppend append
                    && append.spellOut()) {
                again.add(append);
            } else {
                answer(batch.get(i), outcomes.get(i));
                answerAlike(batch.get(i), outcomes.get(i));
            }
        }
        queue.putBack(again);
        continueWith();
    }

    /** What follows to a group that is not as it was thought to be must not overtake what was refused. */
    private void answerAlike(Pending refused, Outcome outcome) {
        if (outcome instanceof Outcome.OtherVersion
                && refused instanceof PendingAppend append
                && append.command().change() == null) {
            queue.takeOut(append.command().conversation(), append.command().version())
                    .forEach(following -> answer(following, outcome));
        }
    }

    /** A recipient that fails must not keep the others from their answers. */
    private static void answer(Pending pending, Outcome outcome) {
        try {
            pending.answered(outcome);
        } catch (RuntimeException failure) {
            log.error("The outcome of {} could not be told", pending.command(), failure);
        }
    }

    private void continueWith() {
        if (queue.hasAppends()) {
            after(settings.pause(), this::next);
        } else {
            underWay = List.of();
            rest();
        }
    }

    private void failed(List<Pending> batch, Throwable failure) {
        meters.failed();
        if (!ShardOwners.mayHaveMoved(failure)) {
            log.error("Shard {} refused a batch of {}", shard, batch.size(), failure);
            batch.forEach(pending -> pending.refused(Refusal.UNAVAILABLE));
            continueWith();
            return;
        }
        log.warn("Shard {} did not take a batch of {}: {}", shard, batch.size(), failure.toString());
        queue.putBack(batch);
        underWay = List.of();
        after(backoff.next(), this::lookAgain);
    }

    /** Who owns the shard by now is asked before the next try. */
    private void lookAgain() {
        owners.refresh().subscribe(_ -> {}, failure -> ownersUnknown(failure), this::next);
    }

    private void ownersUnknown(Throwable failure) {
        log.warn("The owners of the shards are not known: {}", failure.toString());
        after(backoff.next(), this::lookAgain);
    }

    private static void after(Duration pause, Runnable task) {
        var _ = Schedulers.parallel().schedule(task, pause.toNanos(), TimeUnit.NANOSECONDS);
    }
}
