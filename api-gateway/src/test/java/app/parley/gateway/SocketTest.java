package app.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.gateway.RawSocket.Frame;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.WebsocketServerSpec;
import reactor.netty.http.websocket.WebsocketInbound;
import reactor.netty.http.websocket.WebsocketOutbound;

@TestPropertySource(properties = {"parley.gateway.sockets.handshake-timeout=1s", "parley.gateway.sockets.linger=2s"})
class SocketTest extends GatewayTest {

    /** What the service takes as one frame. */
    private static final int LIMIT = 131_072;

    private static final String PROTOCOL = "parley.v1+json";
    private static final String ASK_PROTOCOL = "Sec-WebSocket-Protocol: " + PROTOCOL;

    @Autowired
    private MeterRegistry meters;

    @Test
    void theSubprotocolIsTheServicesChoice() throws Exception {
        sockets(SocketTest::echo);

        try (RawSocket socket = RawSocket.open(port, "Sec-WebSocket-Protocol: other, " + PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(101);
            assertThat(socket.head().toLowerCase(java.util.Locale.ROOT))
                    .contains("sec-websocket-protocol: " + PROTOCOL, "sec-websocket-accept: ");
        }
    }

    @Test
    void textComesThroughBothWaysAsItIs() throws Exception {
        sockets(SocketTest::echo);
        String long4 = "سلام 👩‍👩‍👧‍👦 ".repeat(3_000);

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            for (String text : new String[] {"", "a", "x".repeat(125), "x".repeat(126), "x".repeat(65_536), long4}) {
                socket.send(RawSocket.TEXT, text);
                assertThat(socket.read().text()).isEqualTo(text);
            }
        }
    }

    @Test
    void whatComesRightWithTheHandshakeIsNotLost() throws Exception {
        sockets((in, out) -> out.sendString(Flux.range(0, 100).map(i -> "hello " + i))
                .then(in.receive().then()));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            for (int i = 0; i < 100; i++) {
                assertThat(socket.read().text()).isEqualTo("hello " + i);
            }
        }
    }

    @Test
    void pingsOfTheClientReachTheServiceAndItsPongsComeBack() throws Exception {
        sockets((in, out) -> out.sendObject(in.receiveFrames()
                .map(frame -> new TextWebSocketFrame(frame instanceof PingWebSocketFrame ? "a ping" : "no ping"))));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            socket.send(RawSocket.PING, "beat");

            assertThat(socket.read().text()).isEqualTo("a ping");
        }
    }

    @Test
    void pingsOfTheServiceReachTheClient() throws Exception {
        sockets((in, out) -> out.sendObject(new PingWebSocketFrame(bytes("beat")))
                .then()
                .thenMany(in.receive())
                .then());

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            Frame ping = socket.read();
            assertThat(ping.opcode()).isEqualTo(RawSocket.PING);
            assertThat(ping.text()).isEqualTo("beat");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1009, 1011, 1012, 1013, 4000, 4001, 4002, 4500, 4501, 4502, 4503, 4504})
    void theServicesCloseCodeReachesTheClient(int code) throws Exception {
        sockets((in, out) -> out.sendClose(code, "because"));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            Frame close = socket.read();
            assertThat(close.opcode()).isEqualTo(RawSocket.CLOSE);
            assertThat(close.closeCode()).isEqualTo(code);
            assertThat(close.text()).endsWith("because");
            assertThat(socket.read().opcode()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 1001, 1011, 3001, 4000, 4999})
    void theClientsCloseCodeReachesTheService(int code) throws Exception {
        CompletableFuture<WebSocketCloseStatus> seen = new CompletableFuture<>();
        sockets((in, out) -> {
            in.receiveCloseStatus().subscribe(seen::complete);
            return in.receive().then();
        });

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            socket.sendClose(code);

            assertThat(socket.read().closeCode()).isEqualTo(code);
            assertThat(seen.join().code()).isEqualTo(code);
        }
    }

    @Test
    void aFrameOverTheServicesLimitIsTheServicesToRefuse() throws Exception {
        sockets((in, out) -> in.receiveFrames()
                .filter(frame -> frame.content().readableBytes() > LIMIT)
                .flatMap(frame -> out.sendClose(1009, "too large"))
                .then());

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            socket.send(RawSocket.TEXT, new byte[LIMIT + 1]);

            assertThat(socket.read().closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aServiceThatDiesEndsTheSocketWithACodeToComeBackOn() throws Exception {
        sockets((in, out) -> in.receive()
                .doOnNext(any ->
                        in.withConnection(connection -> connection.channel().close()))
                .then(Mono.never()));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            socket.send(RawSocket.TEXT, "die");

            assertThat(socket.read().text()).contains("\"type\":\"bye\"", "\"reconnectAfterMs\":");
            assertThat(socket.read().closeCode()).isEqualTo(4002);
            assertThat(socket.read().opcode()).isEqualTo(-1);
        }
    }

    @Test
    void aClientThatVanishesIsGoneForTheServiceToo() throws Exception {
        CountDownLatch gone = new CountDownLatch(1);
        sockets((in, out) -> {
            in.withConnection(connection -> connection.onDispose(gone::countDown));
            return in.receive().then();
        });

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(101);
        }

        assertThat(gone.await(15, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        await().until(() -> meters.get("parley.gateway.sockets").gauge().value() == 0);
    }

    @Test
    void aBadTokenOnTheUpgradeIsRefused() throws Exception {
        sockets(SocketTest::echo);

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL, "Authorization: Bearer " + Tokens.foreign())) {
            assertThat(socket.status()).isEqualTo(401);
            assertThat(socket.readBody()).contains("\"token_invalid\"");
        }
        assertThat(chat.asked()).isEmpty();
    }

    @Test
    void theServiceGetsTheTokenOfTheUpgradeAndWhoAsks() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>("");
        chat.behaveAs((request, response) -> {
            seen.set(request.requestHeaders().entries().toString());
            return response.sendWebsocket(SocketTest::echo);
        });
        String token = Tokens.valid();

        try (RawSocket socket = RawSocket.open(
                port,
                ASK_PROTOCOL,
                "Authorization: Bearer " + token,
                "Parley-Service-Credential: forged",
                "X-Forwarded-For: 6.6.6.6")) {
            assertThat(socket.status()).isEqualTo(101);
        }
        assertThat(seen.get()).contains(token, "X-Forwarded-For=127.0.0.1").doesNotContain("forged", "6.6.6.6");
    }

    @Test
    void aRefusalOfTheServiceReachesTheClient() throws Exception {
        chat.behaveAs((request, response) -> Neighbour.status(response, 401, "{\"code\":\"session_revoked\"}"));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(401);
            assertThat(socket.readBody()).isEqualTo("{\"code\":\"session_revoked\"}");
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnavailable() throws Exception {
        chat.goAway();

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(503);
            assertThat(socket.head().toLowerCase(java.util.Locale.ROOT)).containsPattern("retry-after: [1-9]");
            assertThat(socket.readBody()).contains("\"unavailable\"", "\"retryable\":true");
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsUnavailableInTime() throws Exception {
        chat.behaveAs((request, response) -> Mono.never());

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(503);
            assertThat(socket.head().toLowerCase(java.util.Locale.ROOT)).containsPattern("retry-after: [1-9]");
        }
    }

    @Test
    void aServiceThatIsStoppingIsToBeTriedAgain() throws Exception {
        chat.behaveAs((request, response) -> Neighbour.status(response, 503, "{\"code\":\"unavailable\"}"));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(503);
            assertThat(socket.head().toLowerCase(java.util.Locale.ROOT)).containsPattern("retry-after: [1-9]");
        }
    }

    @Test
    void aPlainRequestIsTheServicesToRefuse() throws Exception {
        chat.behaveAs((request, response) -> Neighbour.status(response, 426, "{}"));

        assertThat(send(request("/v1/ws")).statusCode()).isEqualTo(426);
    }

    @Test
    void anUpgradeElsewhereIsAPlainRequest() throws Exception {
        String response = RawHttp.exchange(
                port,
                "GET /v1/me HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + Tokens.valid()
                        + "\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");

        assertThat(RawHttp.status(response)).isEqualTo(200);
    }

    @Test
    void aClientThatDoesNotReadSlowsTheServiceDownAndLosesNothing() throws Exception {
        int frames = 16_000;
        int size = 16 * 1024;
        AtomicLong sent = new AtomicLong();
        sockets((in, out) -> out.sendObject(
                        Flux.range(0, frames).map(i -> numbered(i, size)).doOnNext(frame -> sent.incrementAndGet()))
                .then(in.receive().then()));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            long heldBack = whenStill(sent);

            assertThat(heldBack * size).as("bytes under way").isLessThan((long) frames * size / 3);
            for (int i = 0; i < frames; i++) {
                assertThat(ByteBuffer.wrap(socket.read().payload()).getInt()).isEqualTo(i);
            }
        }
    }

    @Test
    void aServiceThatDoesNotReadSlowsTheClientDownAndLosesNothing() throws Exception {
        chat.goAway();
        int frames = 16_000;
        int size = 16 * 1024;
        AtomicLong sent = new AtomicLong();

        try (ServerSocket listening = new ServerSocket(URI.create(chat.url()).getPort())) {
            CompletableFuture<RawSocket> opening = opening();
            try (Socket service = acceptSlowly(listening);
                    RawSocket client = opening.join()) {
                CompletableFuture<Void> sending =
                        CompletableFuture.runAsync(() -> sendNumbered(client, frames, size, sent));
                long heldBack = whenStill(sent);

                assertThat(heldBack * size).as("bytes under way").isLessThan((long) frames * size / 3);
                DataInputStream in = new DataInputStream(new BufferedInputStream(service.getInputStream()));
                for (int i = 0; i < frames; i++) {
                    in.skipNBytes(RawSocket.MEDIUM_HEADER);
                    assertThat(ByteBuffer.wrap(in.readNBytes(size)).getInt()).isEqualTo(i);
                }
                sending.join();
            }
        }
    }

    @Test
    void aVanishedClientThatDidNotReadLeavesNothingBehind() throws Exception {
        AtomicLong sent = new AtomicLong();
        sockets((in, out) -> out.sendObject(
                Flux.range(0, 100_000).map(i -> numbered(i, 16 * 1024)).doOnNext(frame -> sent.incrementAndGet())));

        try (RawSocket socket = RawSocket.open(port, ASK_PROTOCOL)) {
            assertThat(socket.status()).isEqualTo(101);
            whenStill(sent);
        }

        await().until(() -> meters.get("parley.gateway.sockets").gauge().value() == 0);
    }

    private static void sockets(BiFunction<WebsocketInbound, WebsocketOutbound, Publisher<Void>> handler) {
        WebsocketServerSpec spec = WebsocketServerSpec.builder()
                .protocols(PROTOCOL)
                .maxFramePayloadLength(2 * LIMIT)
                .handlePing(true)
                .build();
        chat.behaveAs((request, response) -> response.sendWebsocket(handler, spec));
    }

    private static Publisher<Void> echo(WebsocketInbound in, WebsocketOutbound out) {
        return out.sendObject(in.receiveFrames().map(WebSocketFrame::retain));
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
    }

    private static BinaryWebSocketFrame numbered(int number, int size) {
        return new BinaryWebSocketFrame(Unpooled.buffer(size).writeInt(number).writeZero(size - Integer.BYTES));
    }

    private CompletableFuture<RawSocket> opening() {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return RawSocket.open(port, ASK_PROTOCOL);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** A service that says yes and has read nothing yet but the question. */
    private static Socket acceptSlowly(ServerSocket listening) throws IOException {
        // else the kernel, not the gateway, takes tens of megabytes for a service that does not read
        listening.setReceiveBufferSize(32 * 1024);
        Socket service = listening.accept();
        RawHttp.readHead(service.getInputStream());
        service.getOutputStream()
                .write("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        .concat("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
        return service;
    }

    private static void sendNumbered(RawSocket socket, int frames, int size, AtomicLong sent) {
        try {
            for (int i = 0; i < frames; i++) {
                socket.send(RawSocket.TEXT, ByteBuffer.allocate(size).putInt(i).array());
                sent.incrementAndGet();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The counter's value once it has begun to count and does not any more. */
    private static long whenStill(AtomicLong counter) {
        AtomicLong last = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            long now = counter.get();
            return now > 0 && last.getAndSet(now) == now;
        });
        return counter.get();
    }
}
