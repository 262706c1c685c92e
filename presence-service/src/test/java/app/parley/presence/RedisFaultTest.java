package app.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import app.parley.test.RedisStore;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RedisFaultTest extends PresenceServiceTest {

    /** The client of these tests gives up after 5 s: an answer that comes later fails them. */
    @Test
    void whileRedisStandsStillEverythingIsUnavailableAndThenGoesOn(RedisStore redis) {
        String handle = register();
        Login login = login(handle);

        redis.pause();
        unavailable(http(login).get().uri("/v1/sessions").exchange());
        unavailable(refresh(login));
        unavailable(postLogin(handle, PASSWORD, Map.of("name", "Laptop", "platform", "linux")));
        redis.resume();

        await().untilAsserted(() ->
                http(login).get().uri("/v1/sessions").exchange().expectStatus().isOk());
        refresh(login).expectStatus().isOk();
        login(handle);
    }

    @Test
    void aLoginThatWasGivenUpLeavesNoDeviceBehind(RedisStore redis) {
        String handle = register();
        Login login = login(handle);

        redis.pause();
        unavailable(postLogin(handle, PASSWORD, Map.of("name", "Laptop", "platform", "linux")));
        redis.resume();

        await().untilAsserted(() -> http(login)
                .get()
                .uri("/v1/sessions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.devices.length()")
                .isEqualTo(1));
    }

    @Test
    void aRestartedRedisKnowsEverything(RedisStore redis) {
        Login login = login();
        String node = "node-" + UUID.randomUUID();
        Device device = new Device(login.userId(), login.deviceId());
        presenceApi().renew(node).block();
        presenceApi().connected(node, List.of(device)).block();

        redis.restart();

        await().untilAsserted(() ->
                http(login).get().uri("/v1/sessions").exchange().expectStatus().isOk());
        assertThat(presenceApi()
                        .presence(List.of(login.userId()))
                        .block()
                        .getFirst()
                        .online())
                .isTrue();
        assertThat(presenceApi().connected(node, List.of(device)).block()).containsExactly(ConnectionOutcome.HELD);
        refresh(login).expectStatus().isOk();
    }

    @Test
    void whileRedisIsGoneEverythingIsUnavailable(RedisStore redis) {
        Login login = login();

        redis.kill();
        unavailable(http(login).get().uri("/v1/sessions").exchange());
        unavailable(refresh(login));
        redis.start();

        await().untilAsserted(() ->
                http(login).get().uri("/v1/sessions").exchange().expectStatus().isOk());
    }

    private ResponseSpec refresh(Login login) {
        return http().post()
                .uri("/v1/sessions/refresh")
                .bodyValue(Map.of("refreshToken", login.refreshToken()))
                .exchange();
    }

    private static void unavailable(ResponseSpec response) {
        expectProblem(response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
    }
}
