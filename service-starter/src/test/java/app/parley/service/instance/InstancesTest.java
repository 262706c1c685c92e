package app.parley.service.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.parley.service.instance.Instances.Failure;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class InstancesTest {

    private static final URI A = URI.create("http://a:1");
    private static final URI B = URI.create("http://b:1");
    private static final URI C = URI.create("http://c:1");

    private final AtomicLong time =
            new AtomicLong(Long.MAX_VALUE - Duration.ofSeconds(1).toNanos());
    private final Instances instances = new Instances(List.of(A, B, C), time::get);
    private final Map<URI, Throwable> faults = new HashMap<>();
    private final List<URI> called = new ArrayList<>();

    @Test
    void callsAreSpreadEvenly() {
        assertThat(answersOf(6)).containsExactly(A, B, C, A, B, C);
    }

    @Test
    void aCallThatDidNotReachAnInstanceGoesToAnother() {
        faults.put(A, new ConnectException());

        assertThat(call()).isEqualTo(B);

        assertThat(called).containsExactly(A, B);
    }

    @Test
    void aCallThatWasNotAnsweredIsNotRepeated() {
        faults.put(A, new IllegalStateException("no answer"));

        assertThatThrownBy(this::call).hasMessage("no answer");

        assertThat(called).containsExactly(A);
    }

    @Test
    void anInstanceThatFailedIsPassedOverForAMoment() {
        faults.put(A, new ConnectException());
        call();
        called.clear();

        answersOf(10);

        assertThat(called).doesNotContain(A);
    }

    @Test
    void afterThatOneCallTriesItAndTheOthersWaitForWhatComesOfIt() {
        faults.put(A, new ConnectException());
        call();
        pass(Duration.ofSeconds(1));
        called.clear();

        answersOf(10);

        assertThat(called).containsOnlyOnce(A);
    }

    @Test
    void theMomentGrowsWithEachFailure() {
        faults.put(A, new ConnectException());
        call();
        pass(Duration.ofSeconds(1));
        answersOf(10);
        pass(Duration.ofSeconds(1));
        called.clear();

        answersOf(10);
        assertThat(called).doesNotContain(A);

        pass(Duration.ofSeconds(1));
        answersOf(10);
        assertThat(called).containsOnlyOnce(A);
    }

    @Test
    void whatFailsTogetherCountsOnce() {
        Instance first = instances.order().next();
        IntStream.range(0, 100).forEach(i -> first.failed());
        pass(Duration.ofSeconds(1));

        answersOf(3);

        assertThat(called).contains(A);
    }

    @Test
    void anInstanceThatIsBackTakesItsPartAgain() {
        faults.put(A, new ConnectException());
        call();
        faults.clear();
        pass(Duration.ofSeconds(1));
        answersOf(3);

        assertThat(answersOf(9)).filteredOn(A::equals).hasSize(3);
    }

    @Test
    void whenAllAreDownEachCallTriesAll() {
        faults.putAll(Map.of(A, new ConnectException(), B, new ConnectException(), C, new ConnectException()));
        assertThatThrownBy(this::call).hasRootCauseInstanceOf(ConnectException.class);
        called.clear();
        faults.remove(B);

        assertThat(call()).isEqualTo(B);
    }

    @Test
    void anInstanceThatIsGoodComesBeforeOneThatIsPassedOver() {
        faults.put(B, new IllegalStateException("no answer"));
        call();
        assertThatThrownBy(this::call).hasMessage("no answer");
        faults.put(A, new ConnectException());
        instances.order();

        assertThat(call()).isEqualTo(C);
    }

    private void pass(Duration some) {
        time.addAndGet(some.toNanos());
    }

    private List<URI> answersOf(int calls) {
        return IntStream.range(0, calls).mapToObj(i -> call()).toList();
    }

    private URI call() {
        return instances.call(this::answer, InstancesTest::judge).block();
    }

    private Mono<URI> answer(URI instance) {
        called.add(instance);
        return faults.containsKey(instance) ? Mono.error(faults.get(instance)) : Mono.just(instance);
    }

    private static Failure judge(Throwable error) {
        return Instances.isNotReached(error) ? Failure.NOT_REACHED : Failure.NOT_ANSWERED;
    }
}
