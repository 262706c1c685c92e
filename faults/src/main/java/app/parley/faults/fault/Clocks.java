package app.parley.faults.fault;

import app.parley.launcher.Instance;
import app.parley.launcher.StackSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Services whose time of day jumps, by libfaketime, which reads it from a file that is written while they run. The
 * clock that measures how long something takes goes on, as it does when a machine's time is set.
 */
final class Clocks implements FaultFamily {

    private static final Duration SHIFTED = Duration.ofSeconds(20);

    /** How long libfaketime goes by what it has read. */
    private static final Duration NOTICED = Duration.ofSeconds(1);

    private static final String HOUR = "3600";
    private static final String RIGHT = "+0";

    private final StackSettings settings;
    private final Optional<Path> library;

    Clocks(StackSettings settings) {
        this.settings = settings;
        this.library = library();
    }

    @Override
    public List<Fault> faults() {
        return settings.instances().stream()
                .filter(Instance::isService)
                .flatMap(service -> Stream.<Fault>of(
                        new Clock("clock-ahead", service, "+" + HOUR, file(service)),
                        new Clock("clock-back", service, "-" + HOUR, file(service))))
                .toList();
    }

    @Override
    public Optional<String> missing() {
        return library.isPresent()
                ? Optional.empty()
                : Optional.of("setting a process's clock needs libfaketime (Debian's package faketime)");
    }

    @Override
    public StackSettings prepare(StackSettings original, List<Fault> chosen) {
        StackSettings prepared = original;
        for (Clock clock : chosen.stream().map(Clock.class::cast).toList()) {
            clock.show(RIGHT);
            prepared = prepared.withEnvironment(clock.service(), environment(clock.file()));
        }
        return prepared;
    }

    private Map<String, String> environment(Path file) {
        return Map.of(
                "LD_PRELOAD",
                library.orElseThrow().toString(),
                "FAKETIME_TIMESTAMP_FILE",
                file.toString(),
                "FAKETIME_CACHE_DURATION",
                Long.toString(NOTICED.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // otherwise every wait for a time is over at once
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0",
                "FAKETIME_DISABLE_SHM",
                "1",
                "NO_FAKE_STAT",
                "1");
    }

    private Path file(Instance service) {
        return settings.home().resolve("clocks").resolve(service.id());
    }

    /** Where distributions put it. Its variant for programs with many threads takes 30 µs to say what time it is. */
    private static Optional<Path> library() {
        return Stream.of("/usr/lib/%s-linux-gnu".formatted(architecture()), "/usr/lib64", "/usr/lib")
                .map(folder -> Path.of(folder, "faketime", "libfaketime.so.1"))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("amd64") ? "x86_64" : name;
    }

    private record Clock(String name, Instance service, String shift, Path file) implements Fault {

        @Override
        public String target() {
            return service.id();
        }

        @Override
        public void begin() throws InterruptedException {
            show(shift);
            Thread.sleep(SHIFTED);
        }

        @Override
        public void heal() throws InterruptedException {
            show(RIGHT);
            Thread.sleep(NOTICED);
        }

        /** At once: half a file would be a time of its own. */
        void show(String offset) {
            try {
                Files.createDirectories(file.getParent());
                Path draft = file.resolveSibling(file.getFileName() + ".draft");
                Files.writeString(draft, offset + "\n");
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot set the clock of " + service.title(), e);
            }
        }
    }
}
