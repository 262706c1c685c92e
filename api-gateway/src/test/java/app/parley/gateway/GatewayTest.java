package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.test.RealStores;
import app.parley.test.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway on a real Redis, with a neighbour in the place of each service. */
@RealStores(Store.REDIS)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "parley.service.internal-port=0",
            "parley.service.credential=0123456789abcdef",
            "spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
            "parley.gateway.health.timeout=1s",
            "parley.gateway.health.cache=1ms"
        })
@ActiveProfiles("plain-logs")
abstract class GatewayTest {

    static final Neighbour profile = Neighbour.start("profile");
    static final Neighbour presence = Neighbour.start("presence");
    static final Neighbour chat = Neighbour.start("chat");

    /** The internal ports of the services. */
    static final Map<String, Neighbour> internals = Stream.of("profile", "presence", "chat", "offline-store")
            .collect(Collectors.toMap(name -> name, Neighbour::start));

    static final JsonMapper json = JsonMapper.shared();

    private static final Neighbour keys = Neighbour.start("keys");

    final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry settings) {
        keys.behaveAs((request, response) -> Neighbour.status(response, 200, Tokens.keySet()));
        settings.add("parley.gateway.services.profile.url", profile::url);
        settings.add("parley.gateway.services.presence.url", presence::url);
        settings.add("parley.gateway.services.chat.url", chat::url);
        internals.forEach(
                (service, port) -> settings.add("parley.gateway.services." + service + ".internal-url", port::url));
        settings.add("parley.service.tokens.key-set-uri", () -> keys.url() + "/.well-known/jwks.json");
    }

    @BeforeEach
    void asNew() {
        profile.reset();
        presence.reset();
        chat.reset();
        internals.values().forEach(Neighbour::reset);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    HttpRequest.Builder authorized(String path) {
        return request(path).header("Authorization", "Bearer " + Tokens.valid());
    }

    HttpRequest.Builder post(String path, String body) {
        return request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What a neighbour says that it was asked. */
    static Neighbour.Asked asked(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return json.readValue(response.body(), Neighbour.Asked.class);
    }

    static void assertProblem(HttpResponse<String> response, int status, String code, boolean retryable) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(response.body());
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("retryable").asBoolean()).isEqualTo(retryable);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }
}
