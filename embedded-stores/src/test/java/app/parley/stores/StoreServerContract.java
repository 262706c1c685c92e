package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every store does, whatever it is. */
abstract class StoreServerContract<S extends StoreServer> {

    @TempDir
    Path folder;

    abstract S start(Path data, int port, Path log);

    abstract void write(S server, String value) throws Exception;

    abstract String read(S server) throws Exception;

    private S start(int port) {
        return start(folder.resolve("data"), port, folder.resolve("store.log"));
    }

    // One flow, not several: Cassandra takes seconds to start.
    @Test
    void confirmedDataSurvivesACrashAndAStopAndNoProcessIsLeft() throws Exception {
        S first = start(0);
        // A crash of a store that has never been stopped in order must not cost its schema either.
        write(first, "before the crash");
        assertThat(read(first)).isEqualTo("before the crash");
        assertASecondStartIsRefused(first);
        List<ProcessHandle> processes = treeOf(first);
        first.kill();
        assertThat(first.process().onExit()).succeedsWithin(Duration.ofSeconds(5));
        assertThat(processes).noneMatch(ProcessHandle::isAlive);

        S second = start(first.port());
        assertThat(second.port()).isEqualTo(first.port());
        assertThat(read(second)).isEqualTo("before the crash");
        write(second, "before the stop");
        processes = treeOf(second);
        second.close();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);

        try (S third = start(first.port())) {
            assertThat(read(third)).isEqualTo("before the stop");
            // What stands still ends in order too.
            third.pause();
        }
        assertThat(FreePort.isFree(first.port())).isTrue();
    }

    private void assertASecondStartIsRefused(S running) {
        assertThatThrownBy(() -> start(0))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("process %d of an earlier start still works on", running.pid());
        assertThat(running.process().isAlive()).isTrue();
    }

    private static List<ProcessHandle> treeOf(StoreServer server) {
        return Stream.concat(Stream.of(server.process()), server.process().descendants())
                .toList();
    }

    @Test
    void aTakenPortIsNamedAndNothingIsStarted() throws Exception {
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(stranger.getLocalPort()))
                    .isInstanceOf(StoreStartException.class)
                    .hasMessageContaining("port %d of 127.0.0.1 is taken", stranger.getLocalPort());
        }
        assertThat(ProcessHandle.current().descendants()).noneMatch(ProcessHandle::isAlive);
    }
}
