package app.parley.service.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private final Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    @Test
    void eachPauseIsAboutTwiceAsLongAsTheOneBefore() {
        assertThat(backoff.next()).isBetween(Duration.ofMillis(500), Duration.ofMillis(1000));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(2000));
        assertThat(backoff.next()).isBetween(Duration.ofMillis(2000), Duration.ofMillis(4000));
    }

    @Test
    void thereIsALimit() {
        IntStream.range(0, 100).forEach(_ -> backoff.next());
        assertThat(backoff.next()).isBetween(Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    @Test
    void afterASuccessItBeginsAnew() {
        IntStream.range(0, 10).forEach(_ -> backoff.next());
        backoff.reset();
        assertThat(backoff.next()).isLessThan(Duration.ofMillis(1001));
    }
}
