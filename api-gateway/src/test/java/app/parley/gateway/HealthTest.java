package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.test.RedisStore;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

class HealthTest extends GatewayTest {

    private static final String READY =
            "{\"status\":\"UP\",\"components\":{\"readinessState\":{\"status\":\"UP\"},\"db\":{\"status\":\"UP\"}}}";
    private static final String STORE_AWAY =
            "{\"status\":\"DOWN\",\"components\":{\"readinessState\":{\"status\":\"UP\"},\"db\":{\"status\":\"DOWN\"}}}";

    @BeforeEach
    void everyServiceIsReady() {
        internals.values().forEach(service -> answer(service, 200, READY));
    }

    @Test
    void itIsUpWhenEveryPartIs() throws Exception {
        JsonNode health = health(200);

        assertThat(health.propertyNames()).containsExactlyInAnyOrder("status", "parts");
        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("parts").propertyNames())
                .containsExactlyInAnyOrder("profile", "presence", "offline-store", "chat", "redis");
        assertThat(health.at("/parts/profile/stores/db").asString()).isEqualTo("UP");
    }

    @Test
    void aStoreThatIsAwayIsNamed() throws Exception {
        answer(internals.get("offline-store"), 503, STORE_AWAY);

        JsonNode health = health(503);

        assertThat(health.path("status").asString()).isEqualTo("DOWN");
        assertThat(health.at("/parts/offline-store/status").asString()).isEqualTo("DOWN");
        assertThat(health.at("/parts/offline-store/stores/db").asString()).isEqualTo("DOWN");
        assertThat(health.at("/parts/profile/status").asString()).isEqualTo("UP");
    }

    @Test
    void aServiceThatIsAwayIsNamed() throws Exception {
        internals.get("chat").goAway();

        assertThat(health(503).at("/parts/chat/status").asString()).isEqualTo("DOWN");
    }

    @Test
    void aServiceThatDoesNotAnswerIsNamedInTime() throws Exception {
        internals.get("presence").behaveAs((request, response) -> Mono.never());

        assertThat(health(503).at("/parts/presence/reason").asString()).isEqualTo("It does not answer.");
    }

    @Test
    void aRedisThatStandsStillIsNamedInTime(RedisStore redis) throws Exception {
        redis.pause();

        assertThat(health(503).at("/parts/redis/status").asString()).isEqualTo("DOWN");

        redis.resume();
        assertThat(health(200).at("/parts/redis/status").asString()).isEqualTo("UP");
    }

    private static void answer(Neighbour service, int status, String body) {
        service.behaveAs((request, response) -> request.uri().equals("/actuator/health/readiness")
                ? Neighbour.status(response, status, body)
                : response.sendNotFound());
    }

    private JsonNode health(int status) throws Exception {
        HttpResponse<String> response = send(request("/health"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return json.readTree(response.body());
    }
}
