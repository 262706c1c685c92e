package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** A client that keeps everything it hears, for a test to look for. */
final class Client implements WebSocket.Listener, AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<JsonNode> heard = new ArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private volatile boolean reading = true;

    private Client(URI address) {
        socket = HTTP.newWebSocketBuilder()
                .subprotocols("parley.v1+json")
                .buildAsync(address, this)
                .join();
    }

    static Client open(int port) {
        return new Client(URI.create("ws://localhost:" + port + "/v1/ws"));
    }

    /** Connects, and waits until nothing waits any more. */
    static Client login(int port, Neighbours neighbours, Device device) {
        Client client = open(port);
        client.say("{'type':'auth','token':'%s'}", neighbours.token(device));
        client.hear("synced");
        return client;
    }

    /** Says something, with single quotes for double ones. */
    void say(String json, Object... values) {
        sayRaw(json.formatted(values).replace('\'', '"'));
    }

    void sayRaw(String text) {
        socket.sendText(text, true).join();
    }

    WebSocket socket() {
        return socket;
    }

    /** Sends a text and gives its id. */
    UUID text(UUID conversation, String text) {
        UUID id = UUID.randomUUID();
        text(id, conversation, text);
        return id;
    }

    void text(UUID id, UUID conversation, String text) {
        say(
                "{'type':'send','id':'%s','to':{'conversation':'%s'},'content':{'type':'text','text':'%s'}}",
                id, conversation, text);
    }

    void ack(UUID conversation, long seq) {
        say("{'type':'ack','conversation':'%s','seq':%d}", conversation, seq);
    }

    /** No longer reads what the server sends. */
    void stopReading() {
        reading = false;
    }

    /** The first frame of this type, now or later. */
    JsonNode hear(String type) {
        return hear(type, _ -> true);
    }

    JsonNode hear(String type, Predicate<JsonNode> condition) {
        try {
            return await().atMost(PATIENCE)
                    .until(
                            () -> all(type).stream()
                                    .filter(condition)
                                    .findFirst()
                                    .orElse(null),
                            found -> found != null);
        } catch (ConditionTimeoutException never) {
            throw new AssertionError("no such '" + type + "' among " + heard() + ", " + closed, never);
        }
    }

    JsonNode error(String code) {
        return hear("error", error -> error.path("code").asString().equals(code));
    }

    /** So many frames of this type, now or later, and no more by then. */
    List<JsonNode> hear(int howMany, String type) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(all(type)).hasSizeGreaterThanOrEqualTo(howMany));
        assertThat(all(type)).hasSize(howMany);
        return all(type);
    }

    List<JsonNode> all(String type) {
        return heard().stream()
                .filter(frame -> frame.path("type").asString().equals(type))
                .toList();
    }

    List<JsonNode> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    /** The places of the messages heard of a conversation, in the order in which they came. */
    List<Long> places(UUID conversation) {
        return all("message").stream()
                .filter(message -> message.path("conversation").asString().equals(conversation.toString()))
                .map(message -> message.path("seq").asLong())
                .toList();
    }

    /** Waits for the server to close, and gives its code. */
    int closeCode() {
        await().atMost(PATIENCE).until(closed::isDone);
        return closed.join();
    }

    /** The line is cut, with no word to the server. */
    void vanish() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode node = JSON.readTree(partial.toString());
            partial.setLength(0);
            synchronized (heard) {
                if (node.isArray()) {
                    node.forEach(heard::add);
                } else {
                    heard.add(node);
                }
            }
        }
        if (reading) {
            socket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.complete(-1);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
