package app.parley.cli.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling up to a limit, and jittered so that clients do not come in step. */
final class Backoff {

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;
    private int attempts;

    Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    Duration next() {
        long ceiling = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempts, 20));
        attempts++;
        return Duration.ofMillis(ceiling / 2 + random.nextLong(ceiling / 2 + 1));
    }

    /** A delay that somebody else chose, a little later: up to a quarter. */
    Duration jittered(Duration hint) {
        return hint.plusMillis(random.nextLong(hint.toMillis() / 4 + 1));
    }

    /** It worked: the next failure starts from the beginning. */
    void reset() {
        attempts = 0;
    }
}
