package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.e2e.PublicApi.Session;
import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A connected device, written from the protocol page: it knows none of Parley's modules. It keeps every frame, counts
 * what came twice, and acknowledges as far as it has everything.
 */
final class Device implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Where a send ended up. */
    record Accepted(UUID conversation, long seq) {}

    /** The server refused a frame. */
    static final class Refused extends RuntimeException {
        final JsonNode error;

        Refused(JsonNode error) {
            super(error.toString());
            this.error = error;
        }
    }

    /** What a device has of one conversation. */
    static final class Log {
        private final NavigableMap<Long, JsonNode> messages = new ConcurrentSkipListMap<>();
        private final NavigableMap<Long, JsonNode> own = new ConcurrentSkipListMap<>();
        private long cursor;

        NavigableMap<Long, JsonNode> messages() {
            return messages;
        }

        /** What it was told and what it said itself, each in its place. */
        NavigableMap<Long, JsonNode> everything() {
            NavigableMap<Long, JsonNode> all = new TreeMap<>(own);
            all.putAll(messages);
            return all;
        }

        /** With this message somebody came into the group, or back to it: nothing is missing before. */
        private synchronized void begin(long seq) {
            cursor = Math.max(cursor, seq - 1);
        }

        /** The highest number up to which nothing is missing, own messages counted. */
        synchronized long advance() {
            while (messages.containsKey(cursor + 1) || own.containsKey(cursor + 1)) {
                cursor++;
            }
            return cursor;
        }
    }

    private final Session session;
    private final boolean acknowledges;
    private final List<JsonNode> frames = new CopyOnWriteArrayList<>();
    private final Map<UUID, Log> logs;
    private final Map<String, CompletableFuture<Accepted>> unanswered = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> sent = new ConcurrentHashMap<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final WebSocket socket;
    private CompletableFuture<?> writing = CompletableFuture.completedFuture(null);

    private Device(PublicApi api, Session session, Map<UUID, Log> logs, boolean acknowledges) {
        this.session = session;
        this.logs = logs;
        this.acknowledges = acknowledges;
        URI uri = URI.create(api.gateway().toString().replaceFirst("^http", "ws") + "/v1/ws");
        this.socket = api.http()
                .newWebSocketBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .subprotocols("parley.v1+json")
                .buildAsync(uri, new Reader())
                .join();
    }

    /** Connects, and returns when all that waited has come. */
    static Device connect(PublicApi api, Session session) {
        return connect(api, session, new ConcurrentHashMap<>(), true);
    }

    /** The same device once more, with what it has already. */
    static Device connect(PublicApi api, Session session, Map<UUID, Log> logs, boolean acknowledges) {
        Device device = open(api, session, logs, acknowledges);
        device.write(Map.of("type", "auth", "token", session.accessToken()));
        device.awaitFrame("synced");
        return device;
    }

    /** A socket that has said nothing yet. */
    static Device open(PublicApi api, Session session) {
        return open(api, session, new ConcurrentHashMap<>(), true);
    }

    private static Device open(PublicApi api, Session session, Map<UUID, Log> logs, boolean acknowledges) {
        return new Device(api, session, logs, acknowledges);
    }

    Session session() {
        return session;
    }

    Map<UUID, Log> logs() {
        return logs;
    }

    Log log(UUID conversation) {
        return logs.computeIfAbsent(conversation, unused -> new Log());
    }

    List<JsonNode> frames() {
        return frames;
    }

    /** Completed with the close code when the server, or the network, ended the connection. */
    CompletableFuture<Integer> closed() {
        return closed;
    }

    Accepted send(UUID user, String text) {
        return send(UUID.randomUUID(), user, text);
    }

    Accepted send(UUID id, UUID user, String text) {
        return result(sending(id, Map.of("user", user.toString()), text));
    }

    /** Says something in a conversation. */
    Accepted say(UUID conversation, Map<String, ?> content) {
        return result(sending(UUID.randomUUID(), Map.of("conversation", conversation.toString()), content));
    }

    Accepted say(UUID conversation, String text) {
        return say(conversation, Map.of("type", "text", "text", text));
    }

    /** Sends without waiting. */
    CompletableFuture<Accepted> sending(UUID id, Map<String, String> to, String text) {
        return sending(id, to, Map.of("type", "text", "text", text));
    }

    CompletableFuture<Accepted> sending(UUID id, Map<String, String> to, Map<String, ?> content) {
        sent.put(id.toString(), PublicApi.json.readTree(PublicApi.json.writeValueAsString(content)));
        var answer = unanswered.computeIfAbsent(id.toString(), unused -> new CompletableFuture<>());
        write(Map.of("type", "send", "id", id, "to", to, "content", content));
        return answer;
    }

    static <T> T result(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Refused refused ? refused : new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError("no answer to a send within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void write(Object frame) {
        writeText(PublicApi.json.writeValueAsString(frame));
    }

    synchronized void writeText(String text) {
        writing = writing.exceptionally(unused -> null).thenCompose(unused -> socket.sendText(text, true));
    }

    JsonNode awaitFrame(String type) {
        return awaitFrame(type, frame -> true);
    }

    JsonNode awaitFrame(String type, Predicate<JsonNode> which) {
        return await("a frame " + type)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> first(type, which), found -> found != null);
    }

    @Nullable
    JsonNode first(String type, Predicate<JsonNode> which) {
        return frames.stream()
                .filter(frame -> frame.path("type").asString().equals(type) && which.test(frame))
                .findFirst()
                .orElse(null);
    }

    /** Waits until this device has these messages of a conversation, and nothing is missing before them. */
    void awaitMessages(UUID conversation, long upTo) {
        await("message " + upTo)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> log(conversation).advance() >= upTo);
    }

    /** Pulls a conversation from its beginning up to this message. */
    void pullAll(UUID conversation, long upTo) {
        for (long has = -1; log(conversation).advance() < upTo; ) {
            assertThat(log(conversation).advance())
                    .as("up to where a pull brought")
                    .isGreaterThan(has);
            has = log(conversation).advance();
            UUID id = UUID.randomUUID();
            write(Map.of("type", "pull", "id", id, "conversation", conversation, "after", has, "limit", 200));
            awaitFrame("pulled", pulled -> pulled.path("id").asString().equals(id.toString()));
        }
    }

    List<String> texts(UUID conversation) {
        return log(conversation).messages.values().stream()
                .map(message -> message.at("/content/text").asString())
                .toList();
    }

    void ack(UUID conversation, long seq) {
        write(Map.of("type", "ack", "conversation", conversation, "seq", seq));
    }

    void read(UUID conversation, long seq) {
        write(Map.of("type", "read", "conversation", conversation, "seq", seq));
    }

    /** Leaves without a word, as a phone in a tunnel does. */
    void vanish() {
        socket.abort();
    }

    @Override
    public void close() {
        if (!socket.isOutputClosed()) {
            socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .exceptionally(unused -> socket)
                    .join();
        }
        socket.abort();
    }

    private void take(JsonNode frame) {
        frames.add(frame);
        switch (frame.path("type").asString()) {
            case "accepted" -> accepted(frame);
            case "broadcasted" -> broadcasted(frame);
            case "message" -> message(frame);
            case "error" -> {
                var answer = unanswered.remove(frame.path("ref").asString(""));
                if (answer != null) {
                    answer.completeExceptionally(new Refused(frame));
                }
            }
            default -> {}
        }
    }

    private void broadcasted(JsonNode frame) {
        frame.get("places").forEach(place -> own(((ObjectNode) place.deepCopy()).set("id", frame.get("id"))));
    }

    /** A message of this device fills a place. */
    private Accepted own(JsonNode place) {
        UUID conversation = UUID.fromString(place.get("conversation").asString());
        long seq = place.get("seq").asLong();
        log(conversation).own.put(seq, said(place));
        acknowledge(conversation);
        return new Accepted(conversation, seq);
    }

    private void accepted(JsonNode frame) {
        Accepted place = own(frame);
        var answer = unanswered.remove(frame.get("id").asString());
        if (answer != null) {
            answer.complete(place);
        }
    }

    /** One's own message as the other devices are told of it. */
    private JsonNode said(JsonNode accepted) {
        ObjectNode message = ((ObjectNode) accepted.deepCopy())
                .put("type", "message")
                .put("from", session.user().toString())
                .put("device", session.device().toString());
        JsonNode content = sent.get(accepted.get("id").asString());
        return content == null ? message : message.set("content", content);
    }

    private void message(JsonNode frame) {
        UUID conversation = UUID.fromString(frame.get("conversation").asString());
        JsonNode before =
                log(conversation).messages.putIfAbsent(frame.get("seq").asLong(), frame);
        if (before != null) {
            assertThat(before.get("id")).as("two messages at one place").isEqualTo(frame.get("id"));
        }
        if (letsMeIn(frame.path("content"))) {
            log(conversation).begin(frame.get("seq").asLong());
        }
        acknowledge(conversation);
    }

    private boolean letsMeIn(JsonNode content) {
        String change = content.path("change").asString("");
        return content.path("type").asString("").equals("group")
                && (change.equals("added") || change.equals("joined"))
                && content.path("users")
                        .valueStream()
                        .anyMatch(user -> user.asString().equals(session.user().toString()));
    }

    private void acknowledge(UUID conversation) {
        Log log = log(conversation);
        long before = log.cursor;
        long now = log.advance();
        if (acknowledges && now > before) {
            ack(conversation, now);
        }
    }

    /** Puts the pieces of a WebSocket message together, and takes a frame or an array of them. */
    private final class Reader implements WebSocket.Listener {

        private final StringBuilder pieces = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            pieces.append(data);
            if (last) {
                JsonNode frame = PublicApi.json.readTree(pieces.toString());
                pieces.setLength(0);
                if (frame.isArray()) {
                    frame.forEach(Device.this::take);
                } else {
                    take((ObjectNode) frame);
                }
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
            end(status);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            end(1006);
        }

        private void end(int status) {
            closed.complete(status);
            unanswered
                    .values()
                    .forEach(answer ->
                            answer.completeExceptionally(new java.io.IOException("connection closed: " + status)));
        }
    }
}
