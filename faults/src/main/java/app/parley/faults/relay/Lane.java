package app.parley.faults.relay;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** One direction of a relay. What is held is not lost: it goes on when the lane opens, as TCP sends again. */
final class Lane {

    private boolean held;
    private Duration delay = Duration.ZERO;

    synchronized void hold() {
        held = true;
    }

    /** Delays what passes by this much on the average, and never lets one thing overtake another. */
    synchronized void slow(Duration average) {
        delay = average;
    }

    synchronized void open() {
        held = false;
        delay = Duration.ZERO;
        notifyAll();
    }

    /** Returns when what has arrived may go on. */
    void pass() throws InterruptedException {
        Thread.sleep(jittered());
        awaitOpen();
    }

    private synchronized void awaitOpen() throws InterruptedException {
        while (held) {
            wait();
        }
    }

    /** Between half of the delay and one and a half. */
    private synchronized Duration jittered() {
        return delay.isZero()
                ? delay
                : delay.dividedBy(2).plusNanos(ThreadLocalRandom.current().nextLong(delay.toNanos()));
    }
}
