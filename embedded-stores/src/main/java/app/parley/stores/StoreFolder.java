package app.parley.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The preparation of what a store needs on disk before its process starts. */
final class StoreFolder {

    private StoreFolder() {}

    /** Writes what the process reads at its start, and answers its command line. */
    @FunctionalInterface
    interface Preparation {
        List<String> commandLine() throws IOException;
    }

    static List<String> prepare(String name, Path data, Path log, Preparation preparation) {
        try {
            Files.createDirectories(data);
            Files.createDirectories(log.toAbsolutePath().getParent());
            return preparation.commandLine();
        } catch (IOException e) {
            throw new StoreStartException("%s cannot start on %s: %s".formatted(name, data, describe(e)), e);
        }
    }

    private static String describe(IOException e) {
        // The JDK's file exceptions often carry nothing but the path.
        return e.getClass().getSimpleName() + ": " + e.getMessage();
    }

    /** A file that only its owner can read. */
    static void writePrivately(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content);
    }
}
