package app.parley.test;

import app.parley.stores.StoreServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The data of this JVM's stores. What an earlier JVM could not take away, because it was killed, goes at the next start. */
final class ThrowAwayFolder {

    private static final Path PARENT = Path.of(System.getProperty("java.io.tmpdir"));
    private static final String PREFIX = "parley-test-stores-";

    private final Path path;

    private ThrowAwayFolder(Path path) {
        this.path = path;
    }

    static ThrowAwayFolder create() {
        try {
            deleteAbandoned();
            // Named for its owner: a folder whose process has ended is abandoned.
            return new ThrowAwayFolder(Files.createTempDirectory(
                    PARENT, PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the stores' data in " + PARENT, e);
        }
    }

    Path path() {
        return path;
    }

    void delete() {
        try {
            List<Path> deepestFirst;
            try (Stream<Path> files = Files.walk(path)) {
                deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            }
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }

    private static void deleteAbandoned() throws IOException {
        List<Path> abandoned;
        try (Stream<Path> folders = Files.list(PARENT)) {
            abandoned = folders.filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .filter(ThrowAwayFolder::isAbandoned)
                    .toList();
        }
        abandoned.forEach(ThrowAwayFolder::clear);
    }

    private static void clear(Path abandoned) {
        try (Stream<Path> stores = Files.list(abandoned)) {
            stores.filter(Files::isDirectory).forEach(StoreServer::killLeftOver);
            new ThrowAwayFolder(abandoned).delete();
        } catch (IOException | UncheckedIOException _) {
            // Another JVM is taking it away at the same time, or the next one tries again.
        }
    }

    private static boolean isAbandoned(Path folder) {
        String owner =
                folder.getFileName().toString().substring(PREFIX.length()).split("-", 2)[0];
        return ProcessHandle.of(Long.parseLong(owner)).isEmpty();
    }
}
