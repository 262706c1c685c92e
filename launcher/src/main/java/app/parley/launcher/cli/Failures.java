package app.parley.launcher.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says why the stack is not up: the part, the end of its log, and where the rest is. */
final class Failures {

    private static final int TAIL_BYTES = 16_384;
    private static final int TAIL_LINES = 25;
    private static final String DISK_FULL = "No space left on device";

    private Failures() {}

    static void print(Exception failure, @Nullable Path log, PrintWriter err) {
        List<String> tail = log != null && Files.isReadable(log) ? tail(log) : List.of();
        if (!tail.isEmpty()) {
            tail.forEach(line -> err.println("  | " + line));
        }
        err.println();
        err.println("Parley is not up: " + message(failure));
        if (saysDiskFull(failure, tail)) {
            err.println("The disk is full (" + DISK_FULL + "). Make room and start again.");
        }
        if (!tail.isEmpty()) {
            err.println("The whole log: " + log);
        }
    }

    private static String message(Exception failure) {
        Throwable cause = failure.getCause();
        return failure instanceof UncheckedIOException && cause != null
                ? "%s (%s)".formatted(failure.getMessage(), cause.getMessage())
                : String.valueOf(failure.getMessage());
    }

    private static boolean saysDiskFull(Exception failure, List<String> tail) {
        return message(failure).contains(DISK_FULL) || tail.stream().anyMatch(line -> line.contains(DISK_FULL));
    }

    private static List<String> tail(Path log) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            List<String> lines =
                    new String(bytes, StandardCharsets.UTF_8).strip().lines().toList();
            return lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size());
        } catch (IOException e) {
            return List.of("(the log cannot be read: " + e.getMessage() + ")");
        }
    }
}
