package app.parley.launcher;

import app.parley.launcher.process.ProcessIdentity;
import app.parley.launcher.process.RunFolder;
import app.parley.launcher.process.Signals;
import app.parley.launcher.store.StoreProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Processes of a launcher that died before it could stop them, whatever settings it ran with. */
final class Leftovers {

    private static final Duration GRACE = Duration.ofSeconds(20);

    private Leftovers() {}

    /**
     * Ends them, services before the stores that they use.
     *
     * @return how many instances there were
     */
    static int remove(RunFolder run, Path data) {
        int services = stopTogether(noted(run, Instance::isService).toList());
        int stores =
                stopTogether(Stream.concat(noted(run, instance -> !instance.isService()), startingStores(data).stream())
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

    private static Stream<ProcessHandle> noted(RunFolder run, Predicate<Instance> which) {
        return run.processes().stream()
                .filter(process -> Instance.parse(process.name()).filter(which).isPresent())
                .map(process -> process.identity())
                .map(ProcessIdentity::find)
                .flatMap(process -> process.stream());
    }

    /** A store has its instance's name as the name of its folder. */
    private static List<ProcessHandle> startingStores(Path data) {
        try (Stream<Path> folders = Files.isDirectory(data) ? Files.list(data) : Stream.empty()) {
            return folders.filter(folder ->
                            Instance.parse(folder.getFileName().toString()).isPresent())
                    .flatMap(folder -> StoreProcess.survivor(folder).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + data, e);
        }
    }
}
