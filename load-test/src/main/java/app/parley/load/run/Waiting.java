package app.parley.load.run;

import app.parley.load.traffic.Meter;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what is under way to arrive. */
final class Waiting {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private Waiting() {}

    /** Returns when it is so, or when nothing has moved for as long as the plan is patient. */
    static void until(BooleanSupplier arrived, Meter meter, Plan plan) throws InterruptedException {
        Meter.Counts last = meter.counts();
        long movedAt = System.nanoTime();
        while (!arrived.getAsBoolean()) {
            Thread.sleep(LOOK_EVERY);
            Meter.Counts now = meter.counts();
            if (!now.equals(last)) {
                last = now;
                movedAt = System.nanoTime();
            } else if (System.nanoTime() - movedAt > plan.patience().toNanos()) {
                return;
            }
        }
    }
}
