package app.parley.faults.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A relay between two sockets. */
class RelayTest {

    private static final int PATIENCE_MILLIS = 10_000;

    /** Long enough for a byte to show that nothing holds it. */
    private static final int SILENCE_MILLIS = 300;

    private ServerSocket target;
    private Relay relay;
    private Socket caller;
    private Socket called;

    @BeforeEach
    void connect() throws IOException {
        target = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        relay = new Relay(new InetSocketAddress(target.getInetAddress(), target.getLocalPort()));
        caller = open();
        called = target.accept();
    }

    @AfterEach
    void close() throws IOException {
        relay.close();
        caller.close();
        called.close();
        target.close();
    }

    @Test
    void bytesAndTheEndOfEitherSidePass() throws IOException {
        caller.getOutputStream().write(1);
        caller.shutdownOutput();

        assertThat(read(called)).isEqualTo(1);
        assertThat(read(called)).isEqualTo(-1);
        called.getOutputStream().write(2);
        called.close();
        assertThat(read(caller)).isEqualTo(2);
        assertThat(read(caller)).isEqualTo(-1);
    }

    @Test
    void whatIsCutComesAfterHealingAlsoTheEnd() throws IOException {
        relay.there().hold();
        relay.back().hold();
        caller.getOutputStream().write(1);
        called.getOutputStream().write(2);
        called.close();

        assertSilent(caller);
        relay.there().open();
        relay.back().open();

        assertThat(read(caller)).isEqualTo(2);
        assertThat(read(caller)).isEqualTo(-1);
    }

    @Test
    void oneDirectionIsCutAndTheOtherPasses() throws IOException {
        relay.there().hold();
        caller.getOutputStream().write(1);
        called.getOutputStream().write(2);

        assertThat(read(caller)).isEqualTo(2);
        assertSilent(called);
        relay.there().open();

        assertThat(read(called)).isEqualTo(1);
    }

    @Test
    void aConnectionThatIsMadeWhileCutIsSilentAndWorksAfterwards() throws IOException {
        relay.there().hold();
        try (Socket late = open()) {
            late.getOutputStream().write(3);
            target.setSoTimeout(SILENCE_MILLIS);
            assertThatThrownBy(target::accept).isInstanceOf(SocketTimeoutException.class);
            relay.there().open();

            target.setSoTimeout(PATIENCE_MILLIS);
            try (Socket accepted = target.accept()) {
                assertThat(read(accepted)).isEqualTo(3);
            }
        }
    }

    @Test
    void whatIsSlowComesLaterAndInOrder() throws IOException {
        relay.there().slow(Duration.ofMillis(400));
        long begin = System.nanoTime();
        caller.getOutputStream().write(new byte[] {1, 2, 3});

        assertThat(called.getInputStream().readNBytes(3)).containsExactly(1, 2, 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aConnectionIsResetAtBothEnds() {
        relay.resetOne();

        assertThatThrownBy(() -> read(caller)).isInstanceOf(IOException.class).hasMessageContaining("reset");
        assertThatThrownBy(() -> read(called)).isInstanceOf(IOException.class).hasMessageContaining("reset");
    }

    @Test
    void whatIsHeldIsLostWithItsConnection() throws IOException {
        relay.there().hold();
        caller.getOutputStream().write(1);
        relay.resetAll();
        relay.there().open();

        assertThatThrownBy(() -> read(called)).isInstanceOf(IOException.class);
    }

    @Test
    void newConnectionsAreRefused() throws IOException {
        relay.refuse(1);
        try (Socket refused = open()) {
            assertThatThrownBy(() -> read(refused)).isInstanceOf(IOException.class);
        }
        relay.refuse(0);
        try (Socket next = open();
                Socket accepted = target.accept()) {
            next.getOutputStream().write(4);
            assertThat(read(accepted)).isEqualTo(4);
        }
    }

    @Test
    void whereNobodyListensTheCallerIsTurnedAway() throws IOException {
        target.close();

        await().untilAsserted(() -> {
            try (Socket refused = open()) {
                assertThatThrownBy(() -> read(refused)).isInstanceOf(IOException.class);
            }
        });
    }

    private Socket open() throws IOException {
        return new Socket(relay.address().getAddress(), relay.address().getPort());
    }

    private static int read(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket.getInputStream().read();
    }

    private static void assertSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
    }
}
