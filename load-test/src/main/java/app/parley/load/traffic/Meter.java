package app.parley.load.traffic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Counts what all pairs do, and how long it takes while it is measured. */
public final class Meter {

    private static final int DIGITS = 3;

    private final LongAdder sent = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder delivered = new LongAdder();
    private final LongAdder receipts = new LongAdder();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Recorder toAccepted = new Recorder(DIGITS);
    private final Recorder toReceived = new Recorder(DIGITS);
    private volatile boolean timing;

    void sent() {
        sent.increment();
    }

    void accepted(long nanos) {
        accepted.increment();
        if (timing) {
            toAccepted.recordValue(nanos / 1000);
        }
    }

    void delivered(long nanos) {
        delivered.increment();
        if (timing) {
            toReceived.recordValue(nanos / 1000);
        }
    }

    void receipt() {
        receipts.increment();
    }

    void error(String code) {
        errors.computeIfAbsent(code, _ -> new LongAdder()).increment();
    }

    /** From now on latencies count. */
    public void startTiming() {
        toAccepted.getIntervalHistogram();
        toReceived.getIntervalHistogram();
        timing = true;
    }

    /** The latencies since {@link #startTiming}, in microseconds. */
    public Latencies stopTiming() {
        timing = false;
        return new Latencies(toAccepted.getIntervalHistogram(), toReceived.getIntervalHistogram());
    }

    /** From sending to {@code accepted}, and to the message at the other side. */
    public record Latencies(Histogram toAccepted, Histogram toReceived) {}

    public Counts counts() {
        return new Counts(sent.sum(), accepted.sum(), delivered.sum(), receipts.sum());
    }

    /** What has happened so far. */
    public record Counts(long sent, long accepted, long delivered, long receipts) {

        public Counts since(Counts earlier) {
            return new Counts(
                    sent - earlier.sent,
                    accepted - earlier.accepted,
                    delivered - earlier.delivered,
                    receipts - earlier.receipts);
        }
    }

    /** How many errors of each code came. */
    public Map<String, Long> errors() {
        Map<String, Long> sums = new TreeMap<>();
        errors.forEach((code, count) -> sums.put(code, count.sum()));
        return sums;
    }
}
