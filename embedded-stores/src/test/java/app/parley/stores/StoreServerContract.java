package app.parley.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
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

    @Test
    void confirmedDataSurvivesAStopAndACrash() throws Exception {
        int port;
        try (S first = start(0)) {
            port = first.port();
            write(first, "before the stop");
            assertThat(read(first)).isEqualTo("before the stop");
        }
        S second = start(port);
        assertThat(second.port()).isEqualTo(port);
        assertThat(read(second)).isEqualTo("before the stop");
        write(second, "before the crash");
        second.kill();
        try (S third = start(port)) {
            assertThat(read(third)).isEqualTo("before the crash");
        }
    }

    @Test
    void aStartOnARunningInstanceIsRefusedAndCloseLeavesNothing() {
        S server = start(0);
        List<ProcessHandle> processes = Stream.concat(
                        Stream.of(server.process()), server.process().descendants())
                .toList();
        assertThat(server.process().isAlive()).isTrue();
        assertThatThrownBy(() -> start(0))
                .isInstanceOf(StoreStartException.class)
                .hasMessageContaining("process %d of an earlier start still works on", server.pid());

        // Even a server that stands still ends in order.
        server.pause();
        server.resume();
        server.close();

        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(FreePort.isFree(server.port())).isTrue();
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
