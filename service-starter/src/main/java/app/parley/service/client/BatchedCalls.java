package app.parley.service.client;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Schedulers;

/**
 * Asks another service for many things with one call. What is asked for while a call is under way waits for its end and goes
 * along with the next: the busier it is, the less each costs, and a herd costs few calls. A call that does not come back holds
 * the next one up for half a second only, since another instance may take that.
 */
public final class BatchedCalls<Q, A> {

    /** How long a call holds the next one up. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Function<List<Q>, Mono<List<@Nullable A>>> call;
    private final int most;
    private final Duration collect;
    private final ArrayDeque<Question<Q, A>> questions = new ArrayDeque<>();
    private boolean busy;

    /**
     * Asks by {@code call}, which has an answer for each question, in their order, or null for none.
     *
     * @param most questions of one call
     * @param collect how long the first question waits for others
     */
    public BatchedCalls(Function<List<Q>, Mono<List<@Nullable A>>> call, int most, Duration collect) {
        this.call = call;
        this.most = most;
        this.collect = collect;
    }

    /** The answer, or empty if there is none. Whoever does not want to know it any more is not asked for. */
    public Mono<A> ask(Q question) {
        return Mono.create(answer -> {
            Question<Q, A> asked = new Question<>(question, answer);
            answer.onCancel(() -> drop(asked));
            if (add(asked)) {
                var _ = Schedulers.parallel().schedule(this::askNext, collect.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** True if nothing is under way that would see it. */
    private synchronized boolean add(Question<Q, A> question) {
        questions.add(question);
        boolean first = !busy;
        busy = true;
        return first;
    }

    private synchronized void drop(Question<Q, A> question) {
        questions.remove(question);
    }

    private void askNext() {
        List<Question<Q, A>> asked = next();
        if (asked.isEmpty()) {
            return;
        }
        Runnable goOn = once(this::askNext);
        Disposable patience = Schedulers.parallel().schedule(goOn, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        List<Q> what = asked.stream().map(Question::question).toList();
        Mono.<List<@Nullable A>>defer(() -> call.apply(what))
                .single()
                .doFinally(_ -> {
                    patience.dispose();
                    goOn.run();
                })
                .subscribe(found -> answer(asked, found), failure -> fail(asked, failure));
    }

    private static Runnable once(Runnable task) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                task.run();
            }
        };
    }

    private synchronized List<Question<Q, A>> next() {
        List<Question<Q, A>> next = new ArrayList<>();
        while (!questions.isEmpty() && next.size() < most) {
            next.add(questions.remove());
        }
        busy = !next.isEmpty();
        return next;
    }

    /** Its place says whose an answer is. */
    private void answer(List<Question<Q, A>> asked, List<@Nullable A> found) {
        if (found.size() != asked.size()) {
            throw new IllegalStateException("expected " + asked.size() + " answers, got " + found.size());
        }
        for (int i = 0; i < asked.size(); i++) {
            asked.get(i).answer().success(found.get(i));
        }
    }

    private void fail(List<Question<Q, A>> asked, Throwable failure) {
        asked.forEach(question -> question.answer().error(failure));
    }

    private record Question<Q, A>(Q question, MonoSink<A> answer) {}
}
