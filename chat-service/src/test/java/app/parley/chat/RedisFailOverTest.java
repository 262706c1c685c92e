package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.chat.routing.NodeName;
import app.parley.presence.api.Device;
import app.parley.presence.api.DevicesChanged;
import app.parley.test.RedisWithSentinels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A Redis with a replica and Sentinels, of which the primary stands still and stays so. */
@DirtiesContext
class RedisFailOverTest extends ChatTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private static RedisWithSentinels sentinels;

    private final Device[] alice = neighbours.user(1);

    @DynamicPropertySource
    static void sentinels(DynamicPropertyRegistry properties) {
        sentinels = RedisWithSentinels.start(folder);
        sentinels.properties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        sentinels.close();
    }

    /** A Redis says how many listeners it gave a word to: so one listener means that both sides have moved. */
    @Test
    void whatIsSaidThroughTheNewPrimaryIsHeard(@Autowired NodeName self) {
        Client client = login(alice[0]);
        await().atMost(PATIENCE).until(sentinels::canFailOver);

        sentinels.first().pause();

        await().atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> redis.convertAndSend("parley.chat.node." + self.value(), "[]")
                                .block()
                        == 1);
        tell(new DevicesChanged(List.of(alice[0].user()), List.of(), List.of(alice[0].device())));
        assertThat(client.closeCode()).isEqualTo(4502);
    }
}
