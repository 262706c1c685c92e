package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** A thousand clients that read nothing, while there is much for each of them. */
@TestPropertySource(
        properties = {
            "parley.chat.session.window=256",
            "parley.chat.session.recheck-every=1h",
            "parley.chat.socket.outbound-bytes=64KB",
            "parley.chat.socket.not-reading-for=1h",
            "parley.chat.socket.heartbeat=1h"
        })
class StoppedReadersTest extends ChatTest {

    private static final Logger log = LoggerFactory.getLogger(StoppedReadersTest.class);

    private static final int READERS = 1_000;
    private static final int OUTBOUND_BYTES = 64 * 1024;
    private static final int WAITING = 192;
    private static final int TEXT_BYTES = 2 * 1024;

    /** What is on its way to the kernel, in buffers of Netty. */
    private static final int ON_ITS_WAY_BYTES = 96 * 1024;

    /** What a connection is by itself, and the message by which it became too much. */
    private static final int CONNECTION_BYTES = 32 * 1024;

    @TestConfiguration
    static class SmallKernelBuffers {

        /** Else the kernel takes megabytes for each. */
        @Bean
        WebServerFactoryCustomizer<NettyReactiveWebServerFactory> sendBuffer() {
            return server -> server.addServerCustomizers(
                    netty -> netty.childOption(ChannelOption.SO_SNDBUF, StoppedReader.KERNEL_BUFFER));
        }
    }

    @Test
    void holdUpNobodyAndTakeNoMoreThanTheirShare(@Autowired MeterRegistry meters) {
        Device[] stopped = neighbours.user(READERS);
        Device speaker = neighbours.user(1)[0];
        UUID loud = neighbours.conversation(speaker, stopped[0]);
        String filler = "x".repeat(TEXT_BYTES);
        neighbours.store.fill(loud, speaker, stopped, WAITING, filler);
        List<StoppedReader> readers = new ArrayList<>();
        othersTalk();
        long before = memory();

        for (Device device : stopped) {
            readers.add(new StoppedReader(port, neighbours.token(device)));
        }
        await().atMost(Duration.ofMinutes(2))
                .until(() -> meters.get("parley.sessions").gauge().value() >= READERS
                        && meters.get("parley.window.stalls").counter().count() >= READERS);
        Client talker = login(speaker);
        othersTalk();
        for (int i = 0; i < 20; i++) {
            talker.text(loud, filler);
        }
        talker.hear(20, "accepted");
        othersTalk();

        long each = (memory() - before) / READERS;
        log.info("Each of {} stopped readers takes {} bytes", READERS, each);
        assertThat(each)
                .as("bytes for each")
                .isLessThan(OUTBOUND_BYTES + ON_ITS_WAY_BYTES + CONNECTION_BYTES)
                .isGreaterThan(OUTBOUND_BYTES / 2);
        readers.forEach(StoppedReader::close);
    }

    private void othersTalk() {
        for (int pair = 0; pair < 10; pair++) {
            Device[] both = {neighbours.user(1)[0], neighbours.user(1)[0]};
            UUID conversation = neighbours.conversation(both);
            Client from = login(both[0]);
            Client to = login(both[1]);
            for (int i = 1; i <= 30; i++) {
                from.text(conversation, "message " + i);
            }
            to.hear(30, "message");
            assertThat(to.places(conversation))
                    .isEqualTo(LongStream.rangeClosed(1, 30).boxed().toList());
        }
    }

    /** What is in use, on the heap and beside it. */
    private static long memory() {
        var bean = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            bean.gc();
            least = Math.min(least, bean.getHeapMemoryUsage().getUsed());
        }
        return least + PlatformDependent.usedDirectMemory();
    }
}
