package app.parley.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of the operating system that does what Java cannot. */
record Command(List<String> words) {

    static Command of(String... words) {
        return new Command(List.of(words));
    }

    /** Whether it could do its work. */
    boolean succeeds() {
        try {
            return complaint().isEmpty();
        } catch (UncheckedIOException notInstalled) {
            return false;
        }
    }

    /** Does its work, and says what it said if it could not. */
    void run() {
        String complaint = complaint();
        if (!complaint.isEmpty()) {
            throw new IllegalStateException("%s: %s".formatted(String.join(" ", words), complaint));
        }
    }

    /** Empty if all went well. */
    private String complaint() {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.onExit().join().exitValue();
            return status == 0 ? "" : "exit status %d %s".formatted(status, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
