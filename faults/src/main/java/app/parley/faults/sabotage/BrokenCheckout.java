package app.parley.faults.sabotage;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;

/** A copy of a built checkout with a fault put in. */
public final class BrokenCheckout {

    private static final Set<String> LEFT_OUT = Set.of(".git", ".parley", "node_modules");

    private BrokenCheckout() {}

    /** Copies, patches and builds; returns the copy. */
    public static Path of(Path checkout, Sabotage sabotage, Path copy) throws IOException, InterruptedException {
        copy(checkout, copy);
        Path patch = checkout.resolve("faults").resolve("broken").resolve(sabotage + ".patch");
        run(copy, List.of("git", "apply", patch.toString()));
        run(
                copy,
                List.of(
                        "./mvnw",
                        "-B",
                        "-q",
                        "-Dmaven.test.skip=true",
                        "-Dspotless.check.skip=true",
                        "-pl",
                        sabotage.module(),
                        "-am",
                        "package"));
        return copy;
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("%s ended with %d in %s".formatted(String.join(" ", command), code, folder));
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                if (!folder.equals(from)
                        && LEFT_OUT.contains(folder.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!LEFT_OUT.contains(file.getFileName().toString())) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
