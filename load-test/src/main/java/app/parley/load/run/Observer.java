package app.parley.load.run;

import app.parley.load.cost.GarbageCollection;
import app.parley.load.cost.Metrics;
import app.parley.load.cost.Part;
import app.parley.load.cost.Profiler;
import app.parley.load.cost.Stack;
import app.parley.load.cost.Usage;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks at the processes before and after. The generator itself is one of them, under a name of its own. */
public final class Observer {

    /** The name of the generator among the parts. */
    public static final String GENERATOR = "(load generator)";

    private final HttpClient http;
    private final List<Part> parts;
    private final @Nullable Profiler profiler;

    /** @param profiler null for a run that is not profiled */
    public Observer(HttpClient http, Stack stack, @Nullable Profiler profiler) {
        this.http = http;
        this.parts = new ArrayList<>(stack.parts());
        this.parts.add(new Part(GENERATOR, ProcessHandle.current().pid(), null));
        this.profiler = profiler;
    }

    /** The beginning of a stretch of time. */
    public record Moment(long nanos, Usage usage, Metrics metrics) {}

    /** Looks now. What takes time comes first, so that the stretch begins when this returns. */
    Moment begin() {
        Metrics metrics = Metrics.of(http, parts);
        return new Moment(System.nanoTime(), Usage.of(parts), metrics);
    }

    /** What it cost since then, until this was called. */
    Cost end(Moment begin) {
        double seconds = (System.nanoTime() - begin.nanos()) / 1e9;
        Usage usage = Usage.of(parts).since(begin.usage());
        return new Cost(seconds, usage, Metrics.of(http, parts).since(begin.metrics()), Map.of());
    }

    /** Begins to profile, if that is wanted. */
    void startProfile() {
        if (profiler != null) {
            profiler.start();
        }
    }

    Map<String, Profiler.Profile> stopProfile() {
        return profiler == null ? Map.of() : profiler.stop();
    }

    void collectGarbage() {
        GarbageCollection.run(parts);
    }
}
