package app.parley.load.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The file in which accounts are kept, readable for its owner only. */
final class AccountFile {

    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;

    AccountFile(Path path) {
        this.path = path;
    }

    List<Kept.Entry> read() {
        try {
            return Files.exists(path)
                    ? JSON.readValue(Files.readAllBytes(path), Kept.class).accounts()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    void write(List<Kept.Entry> accounts) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path draft = path.resolveSibling(path.getFileName() + ".draft");
            Files.deleteIfExists(draft);
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.write(draft, JSON.writeValueAsBytes(new Kept(accounts)));
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }
}
