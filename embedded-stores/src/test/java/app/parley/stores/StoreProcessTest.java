package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of a process, shown on small ones: the stores' own tests show it on the real ones. */
class StoreProcessTest {

    private static final Readiness NEVER = () -> {
        throw new ConnectException("refused");
    };

    @TempDir
    Path folder;

    @AfterEach
    void nothingIsLeft() {
        assertThat(ProcessHandle.current().descendants()).noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void aProcessThatEndsWhileStartingIsReportedWithItsLog() {
        StoreCommand command = command("echo No space left on device >&2; exit 3");
        assertThatThrownBy(() -> StoreProcess.start(command, NEVER))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("Store on port %d ended with status 3 while starting", command.port())
                .hasMessageContaining(command.log().toString())
                .hasMessageContaining("No space left on device");
    }

    @Test
    void aProcessThatNeverAnswersIsEndedWithItsChildren() {
        assertThatThrownBy(() -> StoreProcess.start(command("sleep 600 & sleep 600"), NEVER))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("did not answer within 1 s");
    }

    @Test
    void anInterruptedStartIsGivenUp() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> StoreProcess.start(command("exec sleep 600"), NEVER))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("was interrupted while starting");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aProgramThatDoesNotExistIsNamed() {
        StoreCommand command = new StoreCommand(
                "Store",
                StoreServer.LOOPBACK,
                FreePort.next(),
                List.of("/nowhere/store"),
                folder,
                folder.resolve("log"),
                Duration.ofSeconds(1),
                Signal.TERM);
        assertThatThrownBy(() -> StoreProcess.start(command, NEVER))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("/nowhere/store");
    }

    @Test
    void whatAnEarlierStartLeftRunningIsKilledAndAStrangerIsNot() throws IOException {
        StoreProcess left = StoreProcess.start(command("exec sleep 600"), () -> true);
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            StoreServer.killLeftOver(folder);
            assertThat(left.handle().isAlive()).isFalse();

            // The number of a process that has ended may come back as somebody else's.
            Files.writeString(folder.resolve("process"), stranger.pid() + " 2001-01-01T00:00:00Z");
            StoreServer.killLeftOver(folder);
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().onExit().join();
        }
    }

    @Test
    void aFolderWithoutAProcessNeedsNoKilling() {
        StoreServer.killLeftOver(folder.resolve("not there"));
    }

    private StoreCommand command(String script) {
        return new StoreCommand(
                "Store",
                StoreServer.LOOPBACK,
                FreePort.next(),
                List.of("sh", "-c", script),
                folder,
                folder.resolve("log"),
                Duration.ofSeconds(1),
                Signal.TERM);
    }
}
