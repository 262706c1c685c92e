package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.chat.protocol.ServerFrame;
import app.parley.test.RealStores;
import app.parley.test.RedisStore;
import app.parley.test.Store;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Gateways of the test's own, which can be stopped. */
@RealStores(Store.REDIS)
class GatewayStopTest {

    private static final JsonMapper json = JsonMapper.shared();

    private final Neighbour chat = Neighbour.start("chat");
    private ConfigurableApplicationContext gateway;
    private int port;

    @BeforeEach
    void startGateway(RedisStore redis) {
        gateway = new SpringApplicationBuilder(ApiGatewayApplication.class)
                .profiles("plain-logs")
                .run(
                        "--server.port=0",
                        "--spring.data.redis.url=" + redis.url(),
                        "--parley.service.internal-port=0",
                        "--parley.service.credential=0123456789abcdef",
                        "--parley.service.tokens.key-set-uri=" + chat.url(),
                        "--parley.gateway.services.profile.url=" + chat.url(),
                        "--parley.gateway.services.profile.internal-url=" + chat.url(),
                        "--parley.gateway.services.presence.url=" + chat.url(),
                        "--parley.gateway.services.presence.internal-url=" + chat.url(),
                        "--parley.gateway.services.chat.url=" + chat.url(),
                        "--parley.gateway.services.chat.internal-url=" + chat.url(),
                        "--parley.gateway.services.offline-store.internal-url=" + chat.url(),
                        "--parley.gateway.sockets.max=2",
                        "--parley.gateway.sockets.drain=200ms",
                        "--parley.gateway.sockets.linger=1s",
                        "--parley.gateway.sockets.reconnect-spread=3s");
        port = gateway.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @AfterEach
    void stopGateway() {
        gateway.close();
    }

    @Test
    void aStoppingGatewaySaysGoodbyeOnEverySocket() throws Exception {
        chat.behaveAs((request, response) ->
                response.sendWebsocket((in, out) -> in.receive().then()));

        try (RawSocket one = RawSocket.open(port);
                RawSocket two = RawSocket.open(port)) {
            CompletableFuture<Void> stopped = stop();

            for (RawSocket socket : new RawSocket[] {one, two}) {
                ServerFrame bye = json.readValue(socket.read().text(), ServerFrame.class);
                assertThat(bye)
                        .isInstanceOfSatisfying(
                                ServerFrame.Bye.class,
                                said -> assertThat(said.reconnectAfterMs()).isBetween(0L, 3_000L));
                assertThat(socket.read().closeCode()).isEqualTo(1001);
            }
            stopped.join();
        }
    }

    @Test
    void theGoodbyeWaitsForTheEndOfAMessage() throws Exception {
        CompletableFuture<Void> goOn = new CompletableFuture<>();
        chat.behaveAs((request, response) -> response.sendWebsocket((in, out) -> out.sendObject(new TextWebSocketFrame(
                        false, 0, Unpooled.copiedBuffer("half", java.nio.charset.StandardCharsets.UTF_8)))
                .then(Mono.fromFuture(goOn))
                .then(out.sendObject(new ContinuationWebSocketFrame(
                                true, 0, Unpooled.copiedBuffer(" a message", java.nio.charset.StandardCharsets.UTF_8)))
                        .then())
                .then(in.receive().then())));

        try (RawSocket socket = RawSocket.open(port)) {
            assertThat(socket.read().text()).isEqualTo("half");
            CompletableFuture<Void> stopped = stop();
            await().until(() -> !isAccepting());

            goOn.complete(null);

            assertThat(socket.read().text()).isEqualTo(" a message");
            assertThat(socket.read().text()).contains("\"bye\"");
            assertThat(socket.read().closeCode()).isEqualTo(1001);
            stopped.join();
        }
    }

    @Test
    void oneSocketTooManyIsRefusedUntilThereIsRoom() throws Exception {
        chat.behaveAs((request, response) ->
                response.sendWebsocket((in, out) -> in.receive().then()));

        try (RawSocket one = RawSocket.open(port)) {
            try (RawSocket two = RawSocket.open(port);
                    RawSocket three = RawSocket.open(port)) {
                assertThat(one.status()).isEqualTo(101);
                assertThat(two.status()).isEqualTo(101);
                assertThat(three.status()).isEqualTo(503);
                assertThat(three.readBody()).contains("\"unavailable\"", "\"retryable\":true");
            }
            await().until(this::isAccepting);
        }
    }

    private boolean isAccepting() throws java.io.IOException {
        try (RawSocket socket = RawSocket.open(port)) {
            return socket.status() == 101;
        }
    }

    private CompletableFuture<Void> stop() {
        return CompletableFuture.runAsync(gateway::close);
    }
}
