package app.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ApiDocsTest extends PresenceServiceTest {

    @Test
    void thePublicEndpointsAreDescribedAndNoOthers() {
        JsonNode docs = docs();

        assertThat(docs.at("/openapi").asString()).startsWith("3.1");
        assertThat(docs.at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/sessions",
                        "/v1/sessions/codes",
                        "/v1/sessions/refresh",
                        "/v1/sessions/current",
                        "/v1/sessions/{deviceId}",
                        "/v1/presence",
                        "/.well-known/jwks.json");
    }

    @Test
    void parametersAreWhatACallerSends() {
        JsonNode parameters = docs().at("/paths/~1v1~1presence/get/parameters");

        assertThat(parameters).hasSize(1);
        assertThat(parameters.at("/0/name").asString()).isEqualTo("users");
        assertThat(parameters.at("/0/required").asBoolean()).isTrue();
    }

    @Test
    void loggingInNeedsNoTokenAndTheListDoes() {
        assertThat(docs().at("/paths/~1v1~1sessions/post/security")).isEmpty();
        assertThat(docs().at("/security/0/accessToken").isMissingNode()).isFalse();
    }

    private JsonNode docs() {
        String body = http().get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body);
    }
}
