package app.parley.load.server;

import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what is sent in memory, and delivers it to who is connected or when they connect. */
public final class SmallServer implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, UUID> users = new ConcurrentHashMap<>();
    private final Map<String, UUID> refreshTokens = new ConcurrentHashMap<>();
    private final Map<UUID, Sinks.Many<WebSocketFrame>> online = new ConcurrentHashMap<>();
    private final Map<UUID, List<String>> waiting = new ConcurrentHashMap<>();
    private final Map<UUID, Long> heads = new ConcurrentHashMap<>();
    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger logins = new AtomicInteger();
    private final AtomicInteger sends = new AtomicInteger();
    private final Map<UUID, String> heldBack = new ConcurrentHashMap<>();
    private final Mistake mistake;
    private final DisposableServer server;
    private volatile int tooMany;

    /** What it does wrong, now and then. */
    public enum Mistake {
        NONE,
        LOSES,
        REPEATS,
        SWAPS,
        CUTS,
        REFUSES_ONCE
    }

    public SmallServer(Mistake mistake) {
        this.mistake = mistake;
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.post("/v1/accounts", this::register)
                        .post("/v1/sessions", this::logIn)
                        .post("/v1/sessions/refresh", this::refresh)
                        .get("/v1/ws", this::upgrade))
                .bindNow();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** So many logins are answered with 429 first. */
    public void refuseLogins(int count) {
        tooMany = count;
    }

    public int logins() {
        return logins.get();
    }

    /** How far each conversation has been acknowledged. */
    public Map<UUID, Long> acknowledged() {
        return acknowledged;
    }

    public Map<UUID, Long> heads() {
        return heads;
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> register(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            users.put(body.path("handle").asString(), UUID.randomUUID());
            return answer(response.status(201), Map.of());
        });
    }

    private Publisher<Void> logIn(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            if (tooMany > 0) {
                tooMany--;
                return answer(response.status(429).header("Retry-After", "1"), Map.of("code", "rate_limited"));
            }
            UUID user = users.get(body.path("handle").asString());
            if (user == null) {
                return answer(response.status(401), Map.of("code", "invalid_credentials"));
            }
            logins.incrementAndGet();
            return answer(response.status(201), session(user));
        });
    }

    private Publisher<Void> refresh(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            UUID user = refreshTokens.remove(body.path("refreshToken").asString());
            return user == null
                    ? answer(response.status(401), Map.of("code", "refresh_token_invalid"))
                    : answer(response, session(user));
        });
    }

    private Map<String, ?> session(UUID user) {
        String refreshToken = UUID.randomUUID().toString();
        refreshTokens.put(refreshToken, user);
        return Map.of(
                "userId", user,
                "deviceId", UUID.randomUUID(),
                "accessToken", user,
                "refreshToken", refreshToken,
                "expiresIn", 900);
    }

    private Publisher<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
        UUID user =
                UUID.fromString(request.requestHeaders().get("Authorization").substring("Bearer ".length()));
        return response.sendWebsocket(
                (in, out) -> {
                    Sinks.Many<WebSocketFrame> outgoing = Sinks.many().unicast().onBackpressureBuffer();
                    greet(user, outgoing);
                    in.aggregateFrames()
                            .receive()
                            .asString()
                            .doFinally(_ -> online.remove(user, outgoing))
                            .subscribe(message -> received(user, JSON.readTree(message)), _ -> {});
                    return out.sendObject(outgoing.asFlux()).then();
                },
                WebsocketServerSpec.builder().protocols("parley.v1+json").build());
    }

    private synchronized void greet(UUID user, Sinks.Many<WebSocketFrame> outgoing) {
        say(outgoing, """
                {"type": "welcome", "user": "%s", "device": "%s", "heartbeat": 25, "limits": {}}""".formatted(user, UUID.randomUUID()));
        waiting.getOrDefault(user, List.of()).forEach(message -> say(outgoing, message));
        waiting.remove(user);
        say(outgoing, "{\"type\": \"synced\"}");
        online.put(user, outgoing);
    }

    private synchronized void received(UUID user, JsonNode frame) {
        switch (frame.path("type").asString()) {
            case "send" -> sent(user, frame);
            case "ack" ->
                acknowledged.merge(
                        UUID.fromString(frame.path("conversation").asString()),
                        frame.path("seq").asLong(),
                        Math::max);
            default -> throw new AssertionError("unexpected: " + frame);
        }
    }

    private void sent(UUID from, JsonNode frame) {
        int number = sends.incrementAndGet();
        String id = frame.path("id").asString();
        if (mistake == Mistake.REFUSES_ONCE && number % 10 == 3) {
            say(online.get(from), """
                    {"type": "error", "code": "unavailable", "reason": "?", "retryable": true, "ref": "%s"}""".formatted(id));
            return;
        }
        UUID to = UUID.fromString(frame.at("/to/user").asString());
        UUID conversation = new UUID(from.getMostSignificantBits(), to.getLeastSignificantBits());
        long seq = heads.merge(conversation, 1L, Long::sum);
        String text = frame.at("/content/text").asString();
        say(online.get(from), """
                {"type": "accepted", "id": "%s", "conversation": "%s", "seq": %d, "at": "%s"}""".formatted(id, conversation, seq, Instant.now()));
        deliver(number, to, """
                {"type": "message", "conversation": "%s", "seq": %d, "id": "%s", "from": "%s", "device": "%s",
                 "at": "%s", "content": {"type": "text", "text": "%s"}}""".formatted(
                        conversation,
                        seq,
                        id,
                        from,
                        UUID.randomUUID(),
                        Instant.now(),
                        mistake == Mistake.CUTS && number == 20 ? "short" : text));
    }

    private void deliver(int number, UUID to, String message) {
        if (mistake == Mistake.LOSES && number == 20) {
            return;
        }
        if (mistake == Mistake.SWAPS && number == 20) {
            heldBack.put(to, message);
            return;
        }
        List<String> now = new ArrayList<>(List.of(message));
        Optional.ofNullable(heldBack.remove(to)).ifPresent(now::add);
        if (mistake == Mistake.REPEATS && number == 20) {
            now.add(message);
        }
        Sinks.Many<WebSocketFrame> receiver = online.get(to);
        if (receiver == null) {
            waiting.computeIfAbsent(to, _ -> new ArrayList<>()).addAll(now);
        } else {
            say(receiver, "[" + String.join(",", now) + "]");
        }
    }

    private static void say(Sinks.Many<WebSocketFrame> outgoing, String message) {
        outgoing.emitNext(new TextWebSocketFrame(message), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private static Mono<JsonNode> body(HttpServerRequest request) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).map(JSON::readTree);
    }

    private static Mono<Void> answer(HttpServerResponse response, Object body) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(JSON.writeValueAsString(body)))
                .then();
    }
}
