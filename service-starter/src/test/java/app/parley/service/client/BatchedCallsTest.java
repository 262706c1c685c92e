package app.parley.service.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

class BatchedCallsTest {

    private record Call(List<Integer> questions, Sinks.One<List<@Nullable String>> answer) {

        void answer(@Nullable String... answers) {
            answer.tryEmitValue(Arrays.asList(answers)).orThrow();
        }
    }

    private final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
    private final BatchedCalls<Integer, String> batched = new BatchedCalls<>(
            questions -> {
                Call call = new Call(questions, Sinks.one());
                calls.add(call);
                return call.answer().asMono();
            },
            3,
            Duration.ZERO);

    @Test
    void whatIsAskedDuringACallGoesAlongWithTheNext() throws Exception {
        CompletableFuture<String> one = ask(1);
        Call first = nextCall();
        List<CompletableFuture<String>> others = List.of(ask(2), ask(3), ask(4), ask(5));
        assertThat(calls).isEmpty();

        first.answer("one");
        Call second = nextCall();
        assertThat(one.get()).isEqualTo("one");
        assertThat(second.questions()).containsExactly(2, 3, 4);

        second.answer("two", null, "four");
        assertThat(nextCall().questions()).containsExactly(5);
        assertThat(others.get(0).get()).isEqualTo("two");
        assertThat(others.get(1).get()).isNull();
        assertThat(others.get(2).get()).isEqualTo("four");
    }

    @Test
    void aFailureIsToldToThoseWhoAskedAndToNobodyElse() throws Exception {
        CompletableFuture<String> one = ask(1);
        Call first = nextCall();
        CompletableFuture<String> two = ask(2);

        first.answer().tryEmitError(new IllegalStateException("no answer")).orThrow();
        nextCall().answer("two");

        assertThatThrownBy(one::get).hasRootCauseMessage("no answer");
        assertThat(two.get()).isEqualTo("two");
    }

    @Test
    void whoDoesNotWaitIsNotAskedFor() throws Exception {
        ask(1);
        Call first = nextCall();
        CompletableFuture<String> two = ask(2);
        ask(3);

        two.cancel(false);
        first.answer("one");

        assertThat(nextCall().questions()).containsExactly(3);
    }

    @Test
    void aCallThatDoesNotComeBackDoesNotHoldUpTheNext() throws Exception {
        CompletableFuture<String> one = ask(1);
        Call hangs = nextCall();
        CompletableFuture<String> two = ask(2);

        nextCall().answer("two");
        assertThat(two.get()).isEqualTo("two");
        assertThat(one).isNotDone();

        hangs.answer("one");
        assertThat(one.get()).isEqualTo("one");
    }

    @Test
    void anAnswerTooFewIsAFailure() throws Exception {
        CompletableFuture<String> one = ask(1);
        Call first = nextCall();
        List<CompletableFuture<String>> others = List.of(ask(2), ask(3));

        first.answer("one");
        nextCall().answer("two or three");

        assertThat(one.get()).isEqualTo("one");
        for (CompletableFuture<String> other : others) {
            assertThatThrownBy(other::get).hasRootCauseMessage("expected 2 answers, got 1");
        }
    }

    @Test
    void noAnswerAtAllIsAFailure() throws Exception {
        CompletableFuture<String> one = ask(1);

        nextCall().answer().tryEmitEmpty().orThrow();

        assertThatThrownBy(one::get).hasRootCauseInstanceOf(NoSuchElementException.class);
    }

    private CompletableFuture<String> ask(int question) {
        return batched.ask(question).toFuture();
    }

    private Call nextCall() throws InterruptedException {
        Call call = calls.poll(10, TimeUnit.SECONDS);
        assertThat(call).as("a call").isNotNull();
        return call;
    }
}
