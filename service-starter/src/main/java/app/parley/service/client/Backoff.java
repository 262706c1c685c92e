package app.parley.service.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Pauses between attempts that fail, each twice as long as the one before up to a limit. Each is drawn anew, so that many who
 * failed at the same moment do not all come again at the same moment.
 */
public final class Backoff {

    private static final int MOST_DOUBLINGS = 20;

    private final Duration first;
    private final Duration atMost;
    private final AtomicInteger failures = new AtomicInteger();

    public Backoff(Duration first, Duration atMost) {
        this.first = first;
        this.atMost = atMost;
    }

    /** The pause after one more failure: drawn from the upper half of what it is at most. */
    public Duration next() {
        int doublings = Math.min(failures.getAndIncrement(), MOST_DOUBLINGS);
        long longest = Math.min(first.toMillis() << doublings, atMost.toMillis());
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    /** It worked; the next failure is the first again. */
    public void reset() {
        failures.set(0);
    }
}
