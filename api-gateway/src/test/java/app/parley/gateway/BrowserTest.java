package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What browsers get: pages, and headers that make them careful. */
@TestPropertySource(
        properties = {"parley.gateway.cors.allowed-origins=https://chat.example.org", "parley.gateway.proxies.trusted=1"
        })
class BrowserTest extends GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/, text/html",
        "/page.css, text/css",
        "/page.js, text/javascript",
        "/parley.svg, image/svg+xml",
        "/swagger-ui/index.html, text/html"
    })
    void thePagesAreThere(String path, String type) throws Exception {
        HttpResponse<String> response = send(request(path));

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.body()).doesNotContain("https://", "<script>", "onclick");
    }

    @Test
    void theDocumentationListsTheServices() throws Exception {
        assertThat(send(request("/docs")).statusCode()).isEqualTo(302);

        JsonNode settings =
                json.readTree(send(request("/v3/api-docs/swagger-config")).body());

        assertThat(settings.path("urls").findValuesAsString("url"))
                .contains("/v3/api-docs/profile", "/v3/api-docs/presence", "/v3/api-docs/chat");
    }

    @Test
    void anApiDocumentNamesTheGatewayAsItsServer() throws Exception {
        profile.behaveAs((request, response) -> request.uri().equals("/v3/api-docs")
                ? Neighbour.status(
                        response,
                        200,
                        "{\"openapi\":\"3.1.0\",\"servers\":[{\"url\":\"http://profile-service:8081\"}],\"paths\":{\"/v1/me\":{}}}")
                : response.sendNotFound());

        HttpResponse<String> response = send(request("/v3/api-docs/profile"));

        assertThat(response.statusCode()).isEqualTo(200);
        JsonNode document = json.readTree(response.body());
        assertThat(document.at("/servers/0/url").asString()).isEqualTo("/");
        assertThat(document.path("servers").size()).isEqualTo(1);
        assertThat(document.path("paths").has("/v1/me")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/health", "/v1/me", "/nothing", "/v1/%2e%2e/x"})
    void everyAnswerTellsBrowsersToBeCareful(String path) throws Exception {
        HttpResponse<String> response = send(authorized(path));

        assertThat(response.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(response.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(response.headers().firstValue("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void strictTransportIsAskedForBehindTls() throws Exception {
        HttpResponse<String> response = send(request("/").header("X-Forwarded-Proto", "https"));

        assertThat(response.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    @Test
    void anAllowedOriginMayCall() throws Exception {
        HttpResponse<String> preflight = send(request("/v1/me")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                .header("Origin", "https://chat.example.org")
                .header("Access-Control-Request-Method", "GET")
                .header("Access-Control-Request-Headers", "authorization"));

        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .hasValue("https://chat.example.org");
        assertThat(send(authorized("/v1/me").header("Origin", "https://chat.example.org"))
                        .headers()
                        .allValues("Access-Control-Allow-Origin"))
                .containsExactly("https://chat.example.org");
    }

    @Test
    void anotherOriginMayNot() throws Exception {
        HttpResponse<String> response = send(authorized("/v1/me").header("Origin", "https://evil.example"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(profile.asked()).isEmpty();
    }

    @Test
    void theClientsAddressIsTheOneThatTheProxyAdded() throws Exception {
        HttpResponse<String> response = send(authorized("/v1/me").header("X-Forwarded-For", "6.6.6.6, 203.0.113.9"));

        assertThat(asked(response).headers()).containsEntry("x-forwarded-for", "203.0.113.9");
    }
}
