package app.parley.launcher.service;

import app.parley.launcher.process.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A run that records a service's AOT cache: the service makes all of its beans, connects to its stores, and leaves
 * before it serves or touches any data. It runs beside the real one, with what CPU nobody else wants.
 */
public final class TrainingRun {

    private final Process process;
    private final AotCache cache;

    private TrainingRun(Process process, AotCache cache) {
        this.process = process;
        this.cache = cache;
    }

    /**
     * Starts the run that a service needs.
     *
     * @return empty if its cache is there already
     */
    public static Optional<TrainingRun> start(ServiceLaunch launch) throws IOException, InterruptedException {
        Path jar = new ServiceJar(launch.jar(), launch.unpacked()).unpack();
        AotCache cache = new AotCache(jar);
        if (cache.exists()) {
            return Optional.empty();
        }
        List<String> options = Stream.concat(
                        Stream.of("-Dspring.context.exit=onRefresh"), cache.trainingOptions().stream())
                .toList();
        List<String> command = Stream.concat(
                        Stream.of("nice", "-n", "19"),
                        ServiceJvm.command(launch.heapMegabytes(), options, jar).stream())
                .toList();
        return Optional.of(new TrainingRun(ServiceJvm.start(command, launch.onAnyPort()), cache));
    }

    /** The process that is trained; a child of it writes the cache. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Waits until the cache is written; without one if the run was ended before. */
    public void await() throws IOException, InterruptedException {
        if (process.waitFor() == 0) {
            cache.keepRecording();
        }
    }

    /** Ends it; what it has recorded is lost. */
    public void kill() {
        Signals.kill(handle());
    }
}
