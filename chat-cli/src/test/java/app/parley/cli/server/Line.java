package app.parley.cli.server;

import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.netty.http.websocket.WebsocketOutbound;
import tools.jackson.databind.JsonNode;

/** The server's end of one connection, in a test's hands. */
public final class Line {

    private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    private final Sinks.Many<WebSocketFrame> outgoing = Sinks.many().unicast().onBackpressureBuffer();
    private final CountDownLatch lost = new CountDownLatch(1);
    private final WebsocketOutbound out;

    Line(WebsocketOutbound out) {
        this.out = out;
    }

    Flux<WebSocketFrame> outgoing() {
        return outgoing.asFlux();
    }

    void received(String message) {
        JsonNode node = FakeParley.JSON.readTree(message);
        if (node.isArray()) {
            node.forEach(received::add);
        } else {
            received.add(node);
        }
    }

    void lost() {
        lost.countDown();
    }

    public void welcome() {
        welcome(25);
    }

    public void welcome(int heartbeat) {
        say("""
                {"type": "welcome", "user": "%s", "device": "%s", "heartbeat": %d,
                 "limits": {"frameBytes": 65536, "textCharacters": 4000, "window": 256, "sends": 64}}""".formatted(UUID.randomUUID(), UUID.randomUUID(), heartbeat));
    }

    public void synced() {
        say("{\"type\": \"synced\"}");
    }

    public void accepted(UUID send, UUID conversation, long seq) {
        say("""
                {"type": "accepted", "id": "%s", "conversation": "%s", "seq": %d, "at": "%s"}""".formatted(send, conversation, seq, Instant.now()));
    }

    public void message(UUID conversation, long seq, UUID from, String text) {
        say(messageJson(conversation, seq, UUID.randomUUID(), from, text));
    }

    public static String messageJson(UUID conversation, long seq, UUID id, UUID from, String text) {
        return """
                {"type": "message", "conversation": "%s", "seq": %d, "id": "%s", "from": "%s", "device": "%s",
                 "at": "%s", "content": {"type": "text", "text": %s}}""".formatted(
                        conversation,
                        seq,
                        id,
                        from,
                        UUID.randomUUID(),
                        Instant.now(),
                        FakeParley.JSON.writeValueAsString(text));
    }

    /** A message with any content. */
    public void says(UUID conversation, long seq, UUID from, String content) {
        say("""
                {"type": "message", "conversation": "%s", "seq": %d, "id": "%s", "from": "%s", "device": "%s",
                 "at": "%s", "content": %s}""".formatted(conversation, seq, UUID.randomUUID(), from, UUID.randomUUID(), Instant.now(), content));
    }

    public void receipt(UUID conversation, UUID user, long delivered, long read) {
        say("""
                {"type": "receipt", "conversation": "%s", "user": "%s", "delivered": %d, "read": %d}""".formatted(conversation, user, delivered, read));
    }

    /** How far everybody in a group is. */
    public void receiptOfAll(UUID conversation, long delivered, long read) {
        say("""
                {"type": "receipt", "conversation": "%s", "delivered": %d, "read": %d}""".formatted(conversation, delivered, read));
    }

    /** The server tells of a change of a group; {@code fields} is the content but for its type. */
    public void change(UUID conversation, long seq, UUID from, String fields) {
        say("""
                {"type": "message", "conversation": "%s", "seq": %d, "id": "%s", "from": "%s", "at": "%s",
                 "content": {"type": "group", %s}}""".formatted(conversation, seq, UUID.randomUUID(), from, Instant.now(), fields));
    }

    public void pulled(UUID pull, UUID conversation, long head) {
        say("""
                {"type": "pulled", "id": "%s", "conversation": "%s", "head": %d}""".formatted(pull, conversation, head));
    }

    public void error(String code, boolean retryable, UUID ref) {
        say("""
                {"type": "error", "code": "%s", "reason": "because", "retryable": %s, "ref": "%s"}""".formatted(code, retryable, ref));
    }

    public void say(String message) {
        outgoing.tryEmitNext(new TextWebSocketFrame(message)).orThrow();
    }

    public void close(int code) {
        outgoing.tryEmitNext(new CloseWebSocketFrame(code, "test")).orThrow();
    }

    /** The connection breaks, without a word. */
    public void drop() {
        out.withConnection(connection -> connection.channel().close());
    }

    /** The next frame of this type that the client says, or has said. */
    public JsonNode expect(String type) {
        return expect(type, _ -> true);
    }

    public JsonNode expect(String type, Predicate<JsonNode> condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        try {
            while (true) {
                JsonNode frame = received.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (frame == null) {
                    throw new AssertionError("the client said no such " + type + " within 10 s");
                }
                if (frame.path("type").asString().equals(type) && condition.test(frame)) {
                    return frame;
                }
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What the client has said that no test has looked at. */
    public boolean hasSaid(String type) {
        return received.stream().anyMatch(frame -> frame.path("type").asString().equals(type));
    }

    public void awaitLost() {
        try {
            if (!lost.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("the client did not hang up within 10 s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static UUID id(JsonNode frame) {
        return UUID.fromString(frame.path("id").asString());
    }

    public static String text(JsonNode send) {
        return send.path("content").path("text").asString();
    }
}
