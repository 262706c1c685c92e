package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A client that shares no code with the server, written from the protocol page alone, finds what the page promises. */
@ExtendWith(Suite.class)
class ForeignClientTest {

    private static final Duration INSTALLATION = Duration.ofMinutes(2);

    /** A little more than the chat allows itself. */
    private static final Duration CHAT = Duration.ofSeconds(150);

    @TempDir
    private Path folder;

    @Test
    void twoPeopleChat(Suite.Running suite) throws Exception {
        assumeOnPath("node");
        assumeOnPath("npm");
        copyClient();

        run(INSTALLATION, "npm", "ci");
        run(CHAT, "node", "two-people-chat.mjs", suite.api().gateway().toString());
    }

    private static void assumeOnPath(String program) {
        boolean there = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
        assumeTrue(there, () -> "skipped: there is no " + program + " on the PATH");
    }

    /** Its packages are installed beside it, and the checkout stays clean. */
    private void copyClient() throws IOException {
        try (Stream<Path> files = Files.list(Suite.checkout().resolve("examples/node-client"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    private void run(Duration limit, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended ? "exit status " + process.exitValue() : "still running after " + limit)
                    .as(() -> String.join(" ", command) + "\n" + read(output))
                    .isEqualTo("exit status 0");
        } finally {
            end(process);
        }
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static void end(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}
