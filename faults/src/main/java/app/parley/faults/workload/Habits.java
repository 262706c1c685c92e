package app.parley.faults.workload;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How often a device does what. */
final class Habits {

    private final RandomGenerator random;

    Habits(RandomGenerator random) {
        this.random = random;
    }

    /** How long it stays connected. */
    Duration online() {
        return Duration.ofMillis(random.nextLong(4_000, 30_000));
    }

    /** How long it stays away, more than it must. */
    Duration away() {
        return Duration.ofMillis(random.nextInt(3) == 0 ? random.nextLong(2_000, 8_000) : 0);
    }

    boolean sendsNow() {
        return random.nextInt(4) == 0;
    }

    /** It acknowledges late, now and then. */
    boolean acknowledgesNow() {
        return random.nextInt(5) < 2;
    }

    /** When it leaves, it may not have stored what it has not acknowledged. */
    boolean forgetsNow() {
        return random.nextInt(2) == 0;
    }

    boolean readsNow() {
        return random.nextInt(4) == 0;
    }

    /** It comes back over another network, and nobody has told the server that the old connection is none. */
    boolean changesNetworkNow() {
        return random.nextInt(4) == 0;
    }
}
