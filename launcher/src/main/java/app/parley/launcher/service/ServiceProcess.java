package app.parley.launcher.service;

import app.parley.launcher.process.RunningProcess;
import app.parley.launcher.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A service that has been started. */
public final class ServiceProcess implements RunningProcess {

    /** Longer than a service's own graceful stop. */
    private static final Duration STOP = Duration.ofSeconds(25);

    /** A training run assembles its cache after it has stopped. */
    private static final Duration STOP_AND_ASSEMBLE = Duration.ofMinutes(3);

    /**
     * The optimising compiler takes half of the CPU of a start, for code that mostly runs once. With ten times its usual
     * thresholds it comes when there is load, and then within seconds.
     */
    private static final List<String> LATE_OPTIMISATION = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final Process process;
    private final AotCache cache;
    private final boolean training;

    private ServiceProcess(Process process, AotCache cache, boolean training) {
        this.process = process;
        this.cache = cache;
        this.training = training;
    }

    /** Unpacks the service if need be, and starts it. Its settings go by the environment, where no one else reads them. */
    public static ServiceProcess start(ServiceLaunch launch) throws IOException, InterruptedException {
        Path jar = new ServiceJar(launch.jar(), launch.unpacked()).unpack();
        AotCache cache = new AotCache(jar);
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command(launch, jar, cache))
                .directory(launch.unpacked().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(launch.settings()));
        return new ServiceProcess(builder.start(), cache, launch.training());
    }

    private static List<String> command(ServiceLaunch launch, Path jar, AotCache cache) {
        List<String> command = new ArrayList<>(List.of(
                Jvm.executable(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx" + launch.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        command.addAll(LATE_OPTIMISATION);
        command.addAll(launch.training() ? cache.trainingOptions() : cache.options());
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether stopping it takes longer, because it then writes what makes later starts fast. */
    public boolean isTraining() {
        return training;
    }

    @Override
    public void stop() {
        boolean ended = Signals.stop(handle(), training ? STOP_AND_ASSEMBLE : STOP);
        if (training && ended) {
            cache.keepRecording();
        }
    }

    @Override
    public void kill() {
        Signals.kill(handle());
    }

    @Override
    public void pause() {
        Signals.pause(handle());
    }

    @Override
    public void resume() {
        Signals.resume(handle());
    }
}
