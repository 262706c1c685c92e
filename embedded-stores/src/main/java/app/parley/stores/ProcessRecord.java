package app.parley.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The file that says which process works on a data folder, so that no second one ever does. */
final class ProcessRecord {

    private final Path file;

    ProcessRecord(Path folder) {
        this.file = folder.resolve("process");
    }

    void write(ProcessHandle process) throws IOException {
        Files.writeString(file, process.pid() + " " + startOf(process));
    }

    /** The process of an earlier start, if it is still there; a stranger that got its number is not taken for it. */
    Optional<ProcessHandle> survivor() throws IOException {
        try {
            String[] fields = Files.readString(file).strip().split(" ", 2);
            return fields.length < 2
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(fields[0]))
                            .filter(process -> startOf(process).equals(fields[1]));
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static String startOf(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("unknown");
    }
}
