package app.parley.load.cost;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The processes whose cost is looked at. */
public final class Stack {

    private static final String SUFFIX = ".properties";

    private final Map<String, Part> parts = new TreeMap<>();
    private final Map<String, URI> addresses = new TreeMap<>();

    /**
     * Finds the processes that {@code ./parley up} has noted, if it runs.
     *
     * @param folder where it notes them
     */
    public static Stack noted(Path folder) {
        Stack stack = new Stack();
        if (!Files.isDirectory(folder)) {
            return stack;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(stack::note);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
        return stack;
    }

    private void note(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - SUFFIX.length());
        long pid = Long.parseLong(properties.getProperty("pid", "0"));
        if (name.equals("launcher") || ProcessHandle.of(pid).isEmpty()) {
            return;
        }
        parts.put(name, new Part(name, pid, metricsAt(properties.getProperty("internal-port"))));
        Optional.ofNullable(properties.getProperty("port"))
                .ifPresent(port -> addresses.put(name, URI.create("http://127.0.0.1:" + port)));
    }

    private static @Nullable URI metricsAt(@Nullable String internalPort) {
        return internalPort == null ? null : URI.create("http://127.0.0.1:" + internalPort + "/actuator/prometheus");
    }

    /** Adds a process that is known by its id, or another id for one that was noted. */
    public void add(String name, long pid) {
        Part noted = parts.get(name);
        parts.put(name, new Part(name, pid, noted == null ? null : noted.metrics()));
    }

    /** Says where the metrics of a process are. Its id may be unknown. */
    public void metrics(String name, URI address) {
        Part noted = parts.get(name);
        parts.put(name, new Part(name, noted == null ? 0 : noted.pid(), address));
    }

    public List<Part> parts() {
        return new ArrayList<>(parts.values());
    }

    /** The address that a part itself listens on, without the gateway in between. */
    public Optional<URI> address(String name) {
        return Optional.ofNullable(addresses.get(name));
    }
}
