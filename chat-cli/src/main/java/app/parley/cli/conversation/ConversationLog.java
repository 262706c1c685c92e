package app.parley.cli.conversation;

import app.parley.cli.frame.Content;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The messages that this device has, a file a conversation and a line of JSON a message. The server may have wiped them:
 * this is where a conversation can be read again.
 */
final class ConversationLog {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;

    ConversationLog(Path folder) {
        this.folder = folder;
    }

    /** Adds a message. It is in the file when this returns. */
    void append(LogEntry entry) {
        String line = JSON.writeValueAsString(entry) + "\n";
        try {
            Files.writeString(
                    file(entry.conversation()),
                    line,
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log of a conversation", e);
        }
    }

    /**
     * Takes out what a message said, and was edited to say; that there was one stays. A file that is not written to its
     * end does not take the place of the one before.
     */
    void forget(UUID conversation, long seq) {
        Path file = file(conversation);
        Path next = file.resolveSibling(file.getFileName() + ".new");
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            Stream<String> kept = lines.flatMap(ConversationLog::parse)
                    .filter(entry -> !(entry.said() instanceof Content.Edit edit) || edit.of() != seq)
                    .map(entry -> entry.seq() == seq ? entry.deleted() : entry)
                    .map(JSON::writeValueAsString);
            Files.write(next, (Iterable<String>) kept::iterator, StandardCharsets.UTF_8);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** The last messages of a conversation, in order. */
    List<LogEntry> last(UUID conversation, int count) {
        Path file = file(conversation);
        if (!Files.exists(file)) {
            return List.of();
        }
        TreeMap<Long, LogEntry> entries = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.flatMap(ConversationLog::parse).forEach(entry -> {
                entries.putIfAbsent(entry.seq(), entry);
                if (entries.size() > count) {
                    entries.pollFirstEntry();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return List.copyOf(entries.values());
    }

    /** A line that a crash cut off is no message. */
    private static Stream<LogEntry> parse(String line) {
        try {
            return Stream.of(JSON.readValue(line, LogEntry.class));
        } catch (JacksonException e) {
            return Stream.empty();
        }
    }

    private Path file(UUID conversation) {
        return folder.resolve(conversation + ".jsonl");
    }
}
