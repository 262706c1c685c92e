package app.parley.load.run;

import app.parley.load.cost.Metrics;
import app.parley.load.cost.Profiler;
import app.parley.load.cost.Usage;
import java.util.Map;

/**
 * What a stretch of time cost.
 *
 * @param usage of each process in that time
 * @param metrics what the services counted in that time
 * @param profiles where each process spent its time, empty unless it was profiled
 */
public record Cost(double seconds, Usage usage, Metrics metrics, Map<String, Profiler.Profile> profiles) {

    Cost with(Map<String, Profiler.Profile> found) {
        return new Cost(seconds, usage, metrics, found);
    }
}
