package app.parley.service.instance;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/** One instance of a service, and what the calls to it have shown. */
public final class Instance {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 4;

    /**
     * @param failures how often in a row it has failed, or was called on trial and has not answered yet
     * @param until the time before which it is passed over
     */
    private record Standing(int failures, long until) {}

    private static final Standing GOOD = new Standing(0, 0);

    private final URI address;
    private final LongSupplier nanoTime;
    private final AtomicReference<Standing> standing = new AtomicReference<>(GOOD);

    Instance(URI address, LongSupplier nanoTime) {
        this.address = address;
        this.nanoTime = nanoTime;
    }

    public URI address() {
        return address;
    }

    /** The call was answered, in whatever way. */
    public void answered() {
        if (!isGood()) {
            standing.set(GOOD);
        }
    }

    /** The call was not answered. What fails while it is passed over anyway says nothing new. */
    public void failed() {
        Standing before = standing.get();
        if (isOver(before)) {
            standing.compareAndSet(before, worse(before));
        }
    }

    /** Whether it answered last time. */
    boolean isGood() {
        return standing.get().failures() == 0;
    }

    /** Whether it may be called now. After a pause that is one call, and no second before it has answered. */
    boolean admits() {
        Standing now = standing.get();
        return now.failures() == 0 || isOver(now) && standing.compareAndSet(now, worse(now));
    }

    private boolean isOver(Standing now) {
        return now.failures() == 0 || nanoTime.getAsLong() - now.until() >= 0;
    }

    private Standing worse(Standing before) {
        long pause = FIRST_PAUSE.toNanos() << Math.min(before.failures(), MOST_DOUBLINGS);
        return new Standing(before.failures() + 1, nanoTime.getAsLong() + pause);
    }
}
