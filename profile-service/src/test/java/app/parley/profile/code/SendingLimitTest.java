package app.parley.profile.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SendingLimitTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final SendingLimit limit = new SendingLimit(1, 5, 10);

    @Test
    void theFirstIsAllowedAtOnce() {
        assertThat(limit.untilNext(List.of(), NOW)).isZero();
    }

    @Test
    void theNextWaitsUntilTheMinuteIsOver() {
        assertThat(limit.untilNext(ago(Duration.ofSeconds(20)), NOW)).isEqualTo(Duration.ofSeconds(40));
        assertThat(limit.untilNext(ago(Duration.ofSeconds(60)), NOW)).isZero();
    }

    @Test
    void theSixthWaitsForTheFirstToBeAnHourAgo() {
        List<Instant> times = ago(
                Duration.ofMinutes(50),
                Duration.ofMinutes(40),
                Duration.ofMinutes(30),
                Duration.ofMinutes(20),
                Duration.ofMinutes(10));

        assertThat(limit.untilNext(times, NOW)).isEqualTo(Duration.ofMinutes(10));
        assertThat(limit.untilNext(times.subList(1, 5), NOW)).isZero();
    }

    @Test
    void theEleventhWaitsForTheFirstToBeADayAgo() {
        List<Instant> times = IntStream.rangeClosed(1, 10)
                .mapToObj(i -> NOW.minus(Duration.ofHours(2L * (11 - i))))
                .toList();

        assertThat(limit.untilNext(times, NOW)).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void theLongestWaitCounts() {
        List<Instant> times = ago(
                Duration.ofMinutes(59),
                Duration.ofMinutes(40),
                Duration.ofMinutes(30),
                Duration.ofMinutes(20),
                Duration.ofSeconds(1));

        assertThat(limit.untilNext(times, NOW)).isEqualTo(Duration.ofSeconds(60));
    }

    private static List<Instant> ago(Duration... past) {
        return List.of(past).stream().map(NOW::minus).toList();
    }
}
