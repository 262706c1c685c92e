package app.parley.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisNodesTest {

    private static final Instance FIRST = Instance.first(Part.REDIS);
    private static final Instance SECOND = new Instance(Part.REDIS, 2);

    @TempDir
    private Path checkout;

    @BeforeEach
    void makeDataFolder() throws IOException {
        Files.createDirectories(settings(1).data());
    }

    @Test
    void aSetWithSentinelsKeepsItsPorts() {
        RedisNodes nodes = RedisNodes.of(settings(3), Set.of());

        assertThat(nodes.ports()).hasSize(5);
        assertThat(nodes.ports().values()).doesNotHaveDuplicates();
        assertThat(RedisNodes.of(settings(4), Set.of()).ports()).isEqualTo(nodes.ports());
    }

    @Test
    void theFirstIsThePrimaryUntilASentinelSaysOtherwise() throws IOException {
        RedisNodes nodes = RedisNodes.of(settings(3), Set.of());
        assertThat(nodes.primaryPortOf(FIRST)).isZero();
        assertThat(nodes.primaryPortOf(SECOND)).isEqualTo(nodes.port(FIRST));

        note(1, nodes.port(FIRST), 0);
        note(2, nodes.port(SECOND), 1);

        assertThat(nodes.primary()).isEqualTo(SECOND);
        assertThat(nodes.primaryPortOf(FIRST)).isEqualTo(nodes.port(SECOND));
        assertThat(nodes.primaryPortOf(SECOND)).isZero();
    }

    @Test
    void aSingleRedisIsThePrimary() {
        RedisNodes nodes = RedisNodes.of(settings(2), Set.of());

        assertThat(nodes.primary()).isEqualTo(FIRST);
        assertThatThrownBy(() -> nodes.port(SECOND)).isInstanceOf(IllegalArgumentException.class);
    }

    private void note(int sentinel, int primaryPort, int epoch) throws IOException {
        Path folder = settings(3).data(new Instance(Part.REDIS_SENTINEL, sentinel));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("sentinel.conf"), """
                port 1
                sentinel monitor parley 127.0.0.1 %d 2
                sentinel config-epoch parley %d
                """.formatted(primaryPort, epoch));
    }

    private StackSettings settings(int nodes) {
        return StackSettings.of(checkout).withNodes(nodes);
    }
}
