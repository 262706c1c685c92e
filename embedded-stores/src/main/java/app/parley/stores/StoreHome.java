package app.parley.stores;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder for what is unpacked or recorded once for a machine and user: {@code ~/.cache/parley/stores}, or the system
 * property {@code parley.stores.home}. Everything in it can be deleted; it comes back.
 */
final class StoreHome {

    private static final Path FOLDER = Path.of(System.getProperty(
            "parley.stores.home",
            Path.of(System.getProperty("user.home"), ".cache", "parley", "stores")
                    .toString()));

    private StoreHome() {}

    /** Fills a new folder or file beside its final place. */
    @FunctionalInterface
    interface Filling {
        void fill(Path target) throws IOException;
    }

    static Path resolve(String name) {
        return FOLDER.resolve(name);
    }

    /** The named file or folder, made now if it is not there; several processes may ask for it at once. */
    static Path provide(String name, Filling filling) throws IOException {
        Path place = resolve(name);
        if (Files.exists(place)) {
            return place;
        }
        Files.createDirectories(FOLDER);
        Path draft = Files.createTempDirectory(FOLDER, name + "-");
        try {
            filling.fill(draft.resolve(name));
            moveUnlessThere(draft.resolve(name), place);
        } finally {
            deleteAll(draft);
        }
        return place;
    }

    /** An executable that a library carries as a resource. */
    static Path executable(String resource) throws IOException {
        return provide(resource, target -> {
            try (InputStream content = StoreHome.class.getResourceAsStream("/" + resource)) {
                if (content == null) {
                    throw new IOException(
                            "%s is not on the class path: no binary for this platform".formatted(resource));
                }
                Files.copy(content, target);
            }
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
        });
    }

    private static void moveUnlessThere(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            // Somebody else was faster, with the same content.
        } catch (IOException e) {
            if (!Files.exists(to)) {
                throw e;
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
