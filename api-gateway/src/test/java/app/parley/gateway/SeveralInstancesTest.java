package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway in front of two instances of each service. */
@RealStores(Store.REDIS)
class SeveralInstancesTest {

    private static final String READY = "{\"status\":\"UP\",\"components\":{\"readinessState\":{\"status\":\"UP\"}}}";

    private final Neighbour one = Neighbour.start("one");
    private final Neighbour other = Neighbour.start("other");
    private final HttpClient http = HttpClient.newHttpClient();
    private ConfigurableApplicationContext gateway;
    private int port;

    @BeforeEach
    void startGateway(RedisStore redis) {
        String both = one.url() + "," + other.url();
        gateway = new SpringApplicationBuilder(ApiGatewayApplication.class)
                .profiles("plain-logs")
                .run(
                        "--server.port=0",
                        "--spring.data.redis.url=" + redis.url(),
                        "--spring.cloud.gateway.server.webflux.httpclient.response-timeout=1s",
                        "--parley.service.internal-port=0",
                        "--parley.service.credential=0123456789abcdef",
                        "--parley.service.tokens.key-set-uri=" + both,
                        "--parley.gateway.health.cache=1ms",
                        "--parley.gateway.services.profile.url=" + both,
                        "--parley.gateway.services.profile.internal-url=" + both,
                        "--parley.gateway.services.presence.url=" + both,
                        "--parley.gateway.services.presence.internal-url=" + both,
                        "--parley.gateway.services.chat.url=" + both,
                        "--parley.gateway.services.chat.internal-url=" + both,
                        "--parley.gateway.services.offline-store.internal-url=" + both,
                        "--parley.gateway.sockets.handshake-timeout=1s");
        port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterEach
    void stop() {
        gateway.close();
        one.goAway();
        other.goAway();
    }

    @Test
    void requestsAreSpread() throws Exception {
        for (int i = 0; i < 10; i++) {
            assertThat(register().statusCode()).isEqualTo(200);
        }
        assertThat(one.asked()).hasSize(5);
        assertThat(other.asked()).hasSize(5);
    }

    @Test
    void aRequestThatFindsNobodyGoesToTheOtherInstanceWithItsBody() throws Exception {
        one.goAway();

        for (int i = 0; i < 4; i++) {
            assertThat(register().statusCode()).isEqualTo(200);
        }
        assertThat(other.asked()).hasSize(4).allMatch(asked -> asked.body().equals("{}"));
    }

    @Test
    void aRequestThatIsNotAnsweredIsNotRepeatedAndTheNextGoesElsewhere() throws Exception {
        one.behaveAs((request, response) -> Mono.never());

        Collection<Integer> answers =
                IntStream.range(0, 4).mapToObj(i -> register().statusCode()).toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 200, 200, 503);
        assertThat(other.asked()).hasSize(3);
    }

    @Test
    void whenNobodyIsThereARequestIsUnavailableUntilSomebodyIsBack() throws Exception {
        one.goAway();
        other.goAway();

        HttpResponse<String> refused = register();
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"unavailable\"", "\"retryable\":true");

        other.comeBack();
        assertThat(register().statusCode()).isEqualTo(200);
    }

    @Test
    void aSocketGoesToTheNextNodeWhenOneIsAwayStopsOrHangs() throws Exception {
        sockets(other);

        one.behaveAs((request, response) -> Neighbour.status(response, 503, "{\"code\":\"unavailable\"}"));
        assertSocketsOpen();
        one.behaveAs((request, response) -> Mono.never());
        assertSocketsOpen();
        one.goAway();
        assertSocketsOpen();
    }

    @Test
    void whenAllNodesStopTheClientHearsTheirAnswer() throws Exception {
        one.behaveAs((request, response) -> Neighbour.status(response, 503, "{\"code\":\"unavailable\"}"));
        other.behaveAs((request, response) -> Neighbour.status(response, 503, "{\"code\":\"unavailable\"}"));

        try (RawSocket socket = RawSocket.open(port)) {
            assertThat(socket.status()).isEqualTo(503);
            assertThat(socket.readBody()).contains("unavailable");
        }
    }

    @Test
    void healthNamesTheInstanceThatIsNotReady() throws Exception {
        one.behaveAs((request, response) -> Neighbour.status(response, 200, READY));
        other.behaveAs((request, response) -> Neighbour.status(response, 200, READY));
        assertThat(health(200).path("status").asString()).isEqualTo("UP");

        other.goAway();
        await().untilAsserted(() -> {
            JsonNode health = health(200);
            assertThat(health.path("status").asString()).isEqualTo("DEGRADED");
            assertThat(health.at("/parts/chat/status").asString()).isEqualTo("UP");
            assertThat(health.at("/parts/chat/notReady/0").asString()).isEqualTo("chat-2");
        });

        one.goAway();
        await().untilAsserted(
                        () -> assertThat(health(503).path("status").asString()).isEqualTo("DOWN"));
    }

    /** Two, so that either node is the first that is tried. */
    private void assertSocketsOpen() throws IOException {
        for (int i = 0; i < 2; i++) {
            try (RawSocket socket = RawSocket.open(port)) {
                assertThat(socket.status()).isEqualTo(101);
            }
        }
    }

    private static void sockets(Neighbour node) {
        node.behaveAs((request, response) ->
                response.sendWebsocket((in, out) -> in.receive().then()));
    }

    private HttpResponse<String> register() {
        return send(request("/v1/accounts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    private JsonNode health(int status) {
        HttpResponse<String> response = send(request("/health"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
