package app.parley.launcher.service;

import app.parley.launcher.process.RunningProcess;
import app.parley.launcher.process.Signals;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A service that has been started.
 *
 * @param handle its process
 */
public record ServiceProcess(ProcessHandle handle) implements RunningProcess {

    /** Longer than a service's own graceful stop. */
    private static final Duration STOP = Duration.ofSeconds(25);

    /**
     * The optimising compiler takes half of the CPU of a start, for code that mostly runs once. With ten times its usual
     * thresholds it comes when there is load, and then within seconds.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** Unpacks the service if need be, and starts it, from its AOT cache if there is one. */
    public static ServiceProcess start(ServiceLaunch launch) throws IOException, InterruptedException {
        Path jar = new ServiceJar(launch.jar(), launch.unpacked()).unpack();
        List<String> options = Stream.concat(LATE_OPTIMISATION.stream(), new AotCache(jar).options().stream())
                .toList();
        List<String> command = ServiceJvm.command(launch.heapMegabytes(), options, jar);
        Process process = ServiceJvm.start(command, launch);
        return new ServiceProcess(process.toHandle());
    }

    @Override
    public void stop() {
        Signals.stop(handle, STOP);
    }

    @Override
    public void kill() {
        Signals.kill(handle);
    }

    @Override
    public void pause() {
        Signals.pause(handle);
    }

    @Override
    public void resume() {
        Signals.resume(handle);
    }
}
