package app.parley.faults.workload;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** The waiting time that the protocol page asks for: random, with a ceiling that doubles. */
final class Backoff {

    private final RandomGenerator random;
    private int attempts;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long ceiling = Math.min(30_000, 1_000L << Math.min(attempts, 5));
        attempts++;
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }

    void reset() {
        attempts = 0;
    }
}
