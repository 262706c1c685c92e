package app.parley.load.run;

import app.parley.load.cost.Profiler;
import app.parley.load.traffic.Meter;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * A part of a run that has figures of its own.
 *
 * @param name what was done
 * @param unit what {@code count} counts, in the singular
 * @param count how often it was done
 * @param latencies of messages, or null if they were not timed
 * @param times in microseconds, of what {@code unit} says, or null if it was not timed
 */
public record Phase(
        String name,
        String unit,
        long count,
        Cost cost,
        Meter.@Nullable Latencies latencies,
        @Nullable Histogram times) {

    /** The same, with where the time went. */
    Phase with(Map<String, Profiler.Profile> profiles) {
        return new Phase(name, unit, count, cost.with(profiles), latencies, times);
    }

    public double perSecond() {
        return count / cost.seconds();
    }
}
