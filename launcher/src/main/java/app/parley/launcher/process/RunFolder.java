package app.parley.launcher.process;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What runs, on disk, one file a process: for other commands to look at, and for the next run to find what was left. */
public final class RunFolder {

    private static final String SUFFIX = ".properties";

    private final Path folder;

    /** The run folder at this path, made if there is none. */
    public RunFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + folder, e);
        }
    }

    /** Notes a process, in place of what was noted under its name. */
    public synchronized void record(RecordedProcess process) {
        Properties properties = new Properties();
        properties.putAll(process.details());
        properties.setProperty("pid", Long.toString(process.identity().pid()));
        properties.setProperty("started", process.identity().started().toString());
        Path file = file(process.name());
        Path draft = folder.resolve(process.name() + ".draft");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                properties.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Forgets a process that is known to be gone. */
    public synchronized void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is noted under this name. Half a file, as a power cut leaves it, names no process that could still run. */
    public Optional<RecordedProcess> find(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file(name))) {
            properties.load(reader);
            ProcessIdentity identity = new ProcessIdentity(
                    Long.parseLong(properties.getProperty("pid", "")),
                    Instant.parse(properties.getProperty("started", "")));
            Map<String, String> details = new HashMap<>();
            properties.stringPropertyNames().forEach(key -> details.put(key, properties.getProperty(key, "")));
            return Optional.of(new RecordedProcess(name, identity, details));
        } catch (IOException | RuntimeException absentOrUnreadable) {
            return Optional.empty();
        }
    }

    /** Everything noted, whether it still runs or not. */
    public List<RecordedProcess> processes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .flatMap(name -> find(name).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }
}
