package app.parley.launcher.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** The JVM of a service: the launcher's own, with options that keep it small and let it start fast. */
final class ServiceJvm {

    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED");

    private ServiceJvm() {}

    static String executable() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A command line that starts the jar. */
    static List<String> command(int heapMegabytes, List<String> options, Path jar) {
        return Stream.of(
                        List.of(executable(), "-Xmx" + heapMegabytes + "m"),
                        OPTIONS,
                        options,
                        List.of("-jar", jar.toString()))
                .flatMap(List::stream)
                .toList();
    }

    /** Starts it, with its settings in the environment, where no one else reads them. */
    static Process start(List<String> command, ServiceLaunch launch) throws IOException {
        Path log = launch.log();
        Files.createDirectories(log.toAbsolutePath().getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.unpacked().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        builder.environment().put("SPRING_APPLICATION_JSON", JsonMapper.shared().writeValueAsString(launch.settings()));
        return builder.start();
    }
}
