package app.parley.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * A service's executable jar, unpacked so that it starts fast: a jar of its classes beside its libraries, which is
 * what an AOT cache can be recorded for. Unpacked once per content, so that a rebuild that changed nothing keeps the
 * cache.
 */
final class ServiceJar {

    /** The one in use, and the one before it, which another stack may still be running. */
    private static final int KEPT = 2;

    private static final int HASH_BYTES = 8;

    private final Path jar;
    private final Path unpackedVersions;

    /**
     * @param jar the executable jar
     * @param unpackedVersions where each content of it has its folder
     */
    ServiceJar(Path jar, Path unpackedVersions) {
        this.jar = jar;
        this.unpackedVersions = unpackedVersions;
    }

    /** The jar to start with {@code -jar}, its libraries beside it. */
    Path unpack() throws IOException, InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("there is no " + jar + "; it has not been built");
        }
        Path folder = unpackedVersions.resolve(contentHash());
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(unpackedVersions);
            Path draft = Files.createTempDirectory(unpackedVersions, "draft");
            extract(draft);
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            removeOldVersions(folder);
        }
        return folder.resolve(jar.getFileName());
    }

    private void extract(Path destination) throws IOException, InterruptedException {
        Path log = destination.resolveSibling("unpack.log");
        int exit = new ProcessBuilder(
                        ServiceJvm.executable(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        destination.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("cannot unpack %s (exit status %d): %s".formatted(jar, exit, Files.readString(log)));
        }
    }

    /** Of the checksums that the jar's own directory holds: hashing its content would cost more than a JVM's start. */
    private String contentHash() throws IOException {
        try (ZipFile entries = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            entries.stream()
                    .map(entry -> "%s %d %d%n".formatted(entry.getName(), entry.getSize(), entry.getCrc()))
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private void removeOldVersions(Path current) throws IOException {
        List<Path> old;
        try (Stream<Path> folders = Files.list(unpackedVersions)) {
            old = folders.filter(Files::isDirectory)
                    .filter(folder -> !folder.equals(current))
                    .sorted(Comparator.comparing(ServiceJar::modified).reversed())
                    .skip(KEPT - 1)
                    .toList();
        }
        for (Path folder : old) {
            remove(folder);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Instant modified(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
