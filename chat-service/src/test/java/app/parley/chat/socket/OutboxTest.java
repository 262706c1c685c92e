package app.parley.chat.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.chat.routing.PersonalChange;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final byte[] FRAME = "{}".getBytes(StandardCharsets.UTF_8);

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final Outbox outbox = new Outbox(channel, 1_000, () -> {});
    private final long created = System.nanoTime();

    /** A client to whom nothing was said for long has read all of it, also in the moment in which something comes. */
    @Test
    void whatHasJustComeIsNotStuck() {
        await().until(() -> System.nanoTime() - created > PATIENCE.toNanos());

        outbox.add(FRAME);

        assertThat(outbox.isStuck(System.nanoTime(), PATIENCE.toNanos())).isFalse();
    }

    @Test
    void whatHasWaitedIsStuckUntilItIsWritten() {
        outbox.add(FRAME);
        long later = System.nanoTime() + PATIENCE.toNanos() + 1;
        assertThat(outbox.isStuck(later, PATIENCE.toNanos())).isTrue();

        channel.runPendingTasks();

        assertThat(outbox.isStuck(later, PATIENCE.toNanos())).isFalse();
    }

    @Test
    void ofTheChangesForWhichThereIsNoRoomTheLatestIsSaid() {
        outbox.add(new byte[1_001]);
        for (long version : new long[] {6, 8, 7}) {
            outbox.add(new PersonalChange(version), Long.toString(version).getBytes(StandardCharsets.UTF_8));
        }

        channel.runPendingTasks();

        TextWebSocketFrame full = channel.readOutbound();
        full.release();
        TextWebSocketFrame latest = channel.readOutbound();
        assertThat(latest.text()).isEqualTo("8");
        latest.release();
        assertThat(channel.<Object>readOutbound()).isNull();
    }
}
