package app.parley.gateway.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class TurnstileTest {

    private final Turnstile turnstile = new Turnstile(2);
    private final List<Sinks.One<String>> begun = new ArrayList<>();

    @Test
    void soManyAtOnceAndTheOthersInTurn() {
        CompletableFuture<String> first = pass();
        CompletableFuture<String> second = pass();
        CompletableFuture<String> third = pass();
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
        CompletableFuture<String> first = pass();
        pass();
        CompletableFuture<String> leavesTheLine = pass();
        pass();

        leavesTheLine.cancel(false);
        assertThat(begun).hasSize(2);
        first.cancel(false);
        assertThat(begun).hasSize(3);

        begun.get(2).tryEmitEmpty().orThrow();
        pass();
        assertThat(begun).hasSize(4);
        pass();
        assertThat(begun).hasSize(4);
    }

    private CompletableFuture<String> pass() {
        return turnstile
                .pass(Mono.defer(() -> {
                    Sinks.One<String> answer = Sinks.one();
                    begun.add(answer);
                    return answer.asMono();
                }))
                .toFuture();
    }
}
