package app.parley.faults.workload;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How often a device does what. */
final class Habits {

    private static final double SENDING = 0.25;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final RandomGenerator random;
    private final double sending;
    private final boolean steady;

    private Habits(RandomGenerator random, double sending, boolean steady) {
        this.random = random;
        this.sending = sending;
        this.steady = steady;
    }

    /** Those of a device that does its share. */
    static Habits of(Workload.Size size, RandomGenerator random) {
        double beats = size.people() * size.devices() * 1e9 / Device.BEAT.toNanos();
        return new Habits(random, size.rate() == 0 ? SENDING : size.rate() / beats, size.steady());
    }

    RandomGenerator random() {
        return random;
    }

    /** How long it stays connected. */
    Duration online() {
        return steady ? FOR_EVER : Duration.ofMillis(random.nextLong(4_000, 30_000));
    }

    /** How long it stays away, more than it must. */
    Duration away() {
        return Duration.ofMillis(random.nextInt(3) == 0 ? random.nextLong(2_000, 8_000) : 0);
    }

    boolean sendsNow() {
        return random.nextDouble() < sending;
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
