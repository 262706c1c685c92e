package app.parley.launcher;

import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RecordedProcess;
import app.parley.launcher.process.RunFolder;
import app.parley.launcher.process.Signals;
import app.parley.launcher.store.StoreProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Processes of a launcher that died before it could stop them. */
final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /**
     * Ends them, services before the stores that they use.
     *
     * @return how many parts there were
     */
    static int remove(RunFolder run, Path data) {
        int services =
                stopTogether(services().flatMap(part -> find(run, part.id())).toList());
        int stores = stopTogether(Stream.concat(stores().flatMap(part -> find(run, part.id())), startingStores(data))
                .distinct()
                .toList());
        run.processes().forEach(process -> run.forget(process.name()));
        return services + stores;
    }

    /** Ends every store that works on this data at once, also one that is just starting. */
    static void killStores(Path data) {
        startingStores(data).forEach(Signals::kill);
    }

    private static int stopTogether(List<ProcessHandle> processes) {
        CompletableFuture.allOf(processes.stream()
                        .map(process -> CompletableFuture.runAsync(
                                () -> Signals.stop(process, GRACE), Thread::startVirtualThread))
                        .toArray(CompletableFuture[]::new))
                .join();
        return processes.size();
    }

    private static Stream<ProcessHandle> find(RunFolder run, String name) {
        return run.find(name).map(RecordedProcess::identity).flatMap(ProcessIdentity::find).stream();
    }

    private static Stream<ProcessHandle> startingStores(Path data) {
        return stores().flatMap(part -> StoreProcess.survivor(data.resolve(part.id())).stream());
    }

    private static Stream<Part> services() {
        return Stream.of(Part.values()).filter(Part::isService);
    }

    private static Stream<Part> stores() {
        return Stream.of(Part.values()).filter(part -> !part.isService());
    }
}
