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

    /** A recording run assembles its cache after it has stopped. */
    private static final Duration STOP_AND_ASSEMBLE = Duration.ofSeconds(60);

    private final Process process;
    private final AotCache cache;
    private final boolean recording;

    private ServiceProcess(Process process, AotCache cache, boolean recording) {
        this.process = process;
        this.cache = cache;
        this.recording = recording;
    }

    /** Unpacks the service if need be, and starts it. Its settings go by the environment, where no one else reads them. */
    public static ServiceProcess start(ServiceLaunch launch) throws IOException, InterruptedException {
        Path jar = new ServiceJar(launch.jar(), launch.unpacked()).unpack();
        AotCache cache = new AotCache(jar);
        boolean recording = launch.recordCache() && cache.isMissing();
        List<String> command = new ArrayList<>(List.of(
                Jvm.executable(),
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xmx" + launch.heapMegabytes() + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED"));
        if (recording || !cache.isMissing()) {
            command.add(cache.option());
        }
        command.addAll(List.of("-jar", jar.toString()));
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.unpacked().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(launch.settings()));
        return new ServiceProcess(builder.start(), cache, recording);
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Whether stopping it takes longer once, because it then writes what makes the next start fast. */
    public boolean isRecording() {
        return recording;
    }

    @Override
    public void stop() {
        boolean ended = Signals.stop(handle(), recording ? STOP_AND_ASSEMBLE : STOP);
        if (recording && ended) {
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
