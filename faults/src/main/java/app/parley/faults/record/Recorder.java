package app.parley.faults.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Appends what happens to a file of JSON lines, in one order for everybody. */
public final class Recorder implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final BufferedWriter file;
    private final long begin = System.nanoTime();

    public Recorder(Path path) throws IOException {
        this.file = Files.newBufferedWriter(path);
    }

    /** Notes that something has happened just now. */
    public synchronized void note(Event event) {
        try {
            file.write(JSON.writeValueAsString(new Entry(System.nanoTime() - begin, Instant.now(), event)));
            file.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot go on recording", e);
        }
    }

    /** Reads a record that was written before. */
    public static List<Entry> read(Path path) throws IOException {
        try (Stream<String> lines = Files.lines(path)) {
            return lines.map(line -> JSON.readValue(line, Entry.class)).toList();
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
