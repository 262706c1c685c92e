package app.parley.cli.home;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The folder of one device: one server, one handle. Only its owner can read it, and only one process can have it open,
 * since two could not share one connection, one refresh token or one memory.
 */
public final class Home implements AutoCloseable {

    private final Path folder;
    private final FileChannel channel;

    private Home(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /** Where the homes are unless told otherwise: the XDG data folder. */
    public static Path standardRoot() {
        String data = System.getenv("XDG_DATA_HOME");
        Path base = data != null && !data.isBlank()
                ? Path.of(data)
                : Path.of(System.getProperty("user.home"), ".local", "share");
        return base.resolve("parley");
    }

    /**
     * Opens the home of a handle at a server, made when it is not there.
     *
     * @throws HomeBusyException if another process has it open
     */
    public static Home open(Path root, URI server, String handle) throws IOException {
        Path folder = root.resolve(folderName(server)).resolve(safe(handle.toLowerCase(Locale.ROOT)));
        createPrivate(folder);
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = lock(channel);
        if (lock == null) {
            channel.close();
            throw new HomeBusyException(folder);
        }
        return new Home(folder, channel);
    }

    /** A file of this home that holds one value as JSON. */
    public <T> JsonFile<T> file(String name, Class<T> type) {
        return new JsonFile<>(folder.resolve(name), type);
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static String folderName(URI server) {
        String name = server.getPort() < 0 ? server.getHost() : server.getHost() + "_" + server.getPort();
        return safe(name);
    }

    /** A name that cannot lead out of its folder. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]|^\\.", "-");
    }

    private static void createPrivate(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(folder);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
