package app.parley.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.service.problem.ProblemException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TurnstileTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Turnstile turnstile = new Turnstile(2, 10_000, LONG);
    private final List<Sinks.One<String>> begun = new ArrayList<>();

    @Test
    void soManyAtOnceAndTheOthersInTurn() {
        CompletableFuture<String> first = pass(turnstile);
        CompletableFuture<String> second = pass(turnstile);
        CompletableFuture<String> third = pass(turnstile);
        assertThat(begun).hasSize(2);

        begun.get(1).tryEmitError(new IllegalStateException("refused")).orThrow();
        assertThat(second).isCompletedExceptionally();
        assertThat(begun).hasSize(3);

        begun.get(0).tryEmitValue("first").orThrow();
        begun.get(2).tryEmitValue("third").orThrow();
        assertThat(first).isCompletedWithValue("first");
        assertThat(third).isCompletedWithValue("third");
    }

    @Test
    void whoLeavesGivesTheirTurnToTheNext() {
        CompletableFuture<String> first = pass(turnstile);
        pass(turnstile);
        CompletableFuture<String> leavesTheLine = pass(turnstile);
        pass(turnstile);

        leavesTheLine.cancel(false);
        assertThat(begun).hasSize(2);
        first.cancel(false);
        assertThat(begun).hasSize(3);

        begun.get(2).tryEmitEmpty().orThrow();
        pass(turnstile);
        assertThat(begun).hasSize(4);
        pass(turnstile);
        assertThat(begun).hasSize(4);
    }

    @Test
    void aLongLineInWhichEveryTurnFailsAtOnceIsLetThrough() {
        List<CompletableFuture<String>> inside = List.of(pass(turnstile), pass(turnstile));
        List<CompletableFuture<String>> waiting = Stream.generate(() -> turnstile
                        .<String>pass(Mono.error(new IllegalStateException("full")))
                        .toFuture())
                .limit(10_000)
                .toList();

        begun.getFirst().tryEmitEmpty().orThrow();

        assertThat(waiting).allMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(inside.getLast()).isNotDone();
        pass(turnstile);
        assertThat(begun).hasSize(3);
        pass(turnstile);
        assertThat(begun).hasSize(3);
    }

    @Test
    void theLineHasAnEnd() {
        Turnstile narrow = new Turnstile(1, 1, LONG);
        pass(narrow);
        CompletableFuture<String> waits = pass(narrow);

        assertThat(pass(narrow)).isCompletedExceptionally();

        begun.getFirst().tryEmitEmpty().orThrow();
        begun.getLast().tryEmitValue("in turn").orThrow();
        assertThat(waits).isCompletedWithValue("in turn");
    }

    @Test
    void nobodyWaitsForLongerThanPatienceLasts() {
        Turnstile busy = new Turnstile(1, 10, Duration.ofMillis(50));
        CompletableFuture<String> inside = pass(busy);
        CompletableFuture<String> waits = pass(busy);

        await().until(waits::isDone);

        assertThat(waits.exceptionNow()).isInstanceOf(ProblemException.class);
        assertThat(inside).isNotDone();
        begun.getFirst().tryEmitEmpty().orThrow();
        pass(busy);
        assertThat(begun).hasSize(2);
    }

    private CompletableFuture<String> pass(Turnstile through) {
        return through.pass(Mono.defer(() -> {
                    Sinks.One<String> answer = Sinks.one();
                    begun.add(answer);
                    return answer.asMono();
                }))
                .toFuture();
    }
}
