package app.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import app.parley.test.RedisWithSentinels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A Redis with a replica and Sentinels, of which the primary dies. */
@DirtiesContext
class RedisFailOverTest extends PresenceServiceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private static Path folder;

    private static RedisWithSentinels redis;

    @DynamicPropertySource
    static void sentinels(DynamicPropertyRegistry properties) {
        redis = RedisWithSentinels.start(folder);
        redis.properties().forEach((name, value) -> properties.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @Test
    void theReplicaKnowsSessionsAndRoutesAndTakesNewOnes() {
        Login login = login();
        String node = "node-" + UUID.randomUUID();
        Device device = new Device(login.userId(), login.deviceId());
        presenceApi().renew(node).block();
        presenceApi().connected(node, List.of(device)).block();
        await().atMost(PATIENCE).until(redis::canFailOver);

        redis.first().kill();

        await().atMost(PATIENCE)
                .untilAsserted(() -> http(login)
                        .get()
                        .uri("/v1/sessions")
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectBody()
                        .jsonPath("$.devices.length()")
                        .isEqualTo(1));
        assertThat(presenceApi()
                        .presence(List.of(login.userId()))
                        .block()
                        .getFirst()
                        .online())
                .isTrue();
        assertThat(presenceApi().connected(node, List.of(device)).block()).containsExactly(ConnectionOutcome.HELD);
        http().post()
                .uri("/v1/sessions/refresh")
                .bodyValue(Map.of("refreshToken", login.refreshToken()))
                .exchange()
                .expectStatus()
                .isOk();
        login();
    }
}
