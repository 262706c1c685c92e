package app.parley.cli.server;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.http.server.WebsocketServerSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts, sessions with rotating refresh tokens, people, and sockets that a test holds the other end of. */
public final class FakeParley implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, UUID> users = new ConcurrentHashMap<>();
    private final Map<String, String> currentRefreshTokens = new ConcurrentHashMap<>();
    private final BlockingQueue<Line> lines = new LinkedBlockingQueue<>();
    private final List<String> upgradeTokens = new CopyOnWriteArrayList<>();
    private final AtomicInteger refreshes = new AtomicInteger();
    private final AtomicInteger tokens = new AtomicInteger();
    private final DisposableServer server;
    private final BlockingQueue<Integer> refusals = new LinkedBlockingQueue<>();
    private final FakeGroups groups = new FakeGroups();
    private volatile int upgradeStatus = 101;

    public FakeParley() {
        this(0);
    }

    public FakeParley(int port) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .route(routes -> groups.route(routes.post("/v1/accounts", this::register)
                        .post("/v1/sessions", this::logIn)
                        .post("/v1/sessions/refresh", this::refresh)
                        .get("/v1/users", this::byHandle)
                        .get("/v1/users/{id}", this::byId)
                        .get("/v1/ws", this::upgrade)))
                .bindNow();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    public FakeGroups groups() {
        return groups;
    }

    public UUID account(String handle, String password) {
        passwords.put(handle, password);
        return users.computeIfAbsent(handle, _ -> UUID.randomUUID());
    }

    public boolean hasAccount(String handle) {
        return passwords.containsKey(handle);
    }

    /** The next connection, greeted with {@code welcome}. */
    public Line greeted() {
        Line line = next();
        line.welcome();
        return line;
    }

    /** The next connection, with nothing said yet. */
    public Line next() {
        try {
            Line line = lines.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nobody connected within " + PATIENCE);
            }
            return line;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int refreshes() {
        return refreshes.get();
    }

    /** The tokens of all upgrades so far. */
    public List<String> upgradeTokens() {
        return new ArrayList<>(upgradeTokens);
    }

    /** From now on upgrades are answered with this status. */
    public void answerUpgradesWith(int status) {
        upgradeStatus = status;
    }

    /** The next upgrade, and only that, is answered with this status. */
    public void refuseNextUpgradeWith(int status) {
        refusals.add(status);
    }

    /** All sessions are over. */
    public void revokeAll() {
        currentRefreshTokens.clear();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    private Publisher<Void> register(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            String handle = body.path("handle").asString();
            if (hasAccount(handle)) {
                return problem(response, 409, "handle_taken", "The handle " + handle + " is taken.");
            }
            if (body.path("password").asString().length() < 8) {
                return problem(response, 422, "invalid_field", "A field is not valid.");
            }
            account(handle, body.path("password").asString());
            return answer(response.status(201), person(handle));
        });
    }

    private Publisher<Void> logIn(HttpServerRequest request, HttpServerResponse response) {
        return body(request).flatMap(body -> {
            String handle = body.path("handle").asString();
            if (!body.path("password").asString().equals(passwords.get(handle))) {
                return problem(response, 401, "invalid_credentials", "Handle and password do not match.");
            }
            String again = body.at("/device/id").asString("");
            return answer(
                    response,
                    session(handle, again.isEmpty() ? UUID.randomUUID().toString() : again));
        });
    }

    private Publisher<Void> refresh(HttpServerRequest request, HttpServerResponse response) {
        refreshes.incrementAndGet();
        return body(request).flatMap(body -> {
            String[] parts = body.path("refreshToken").asString().split("/");
            String current = currentRefreshTokens.get(parts[1]);
            if (!body.path("refreshToken").asString().equals(current)) {
                currentRefreshTokens.remove(parts[1]);
                return problem(response, 401, "session_revoked", "The session is over.");
            }
            return answer(response, session(parts[0], parts[1]));
        });
    }

    private Map<String, ?> session(String handle, String device) {
        String refreshToken = handle + "/" + device + "/" + tokens.incrementAndGet();
        currentRefreshTokens.put(device, refreshToken);
        return Map.of(
                "userId",
                users.get(handle),
                "deviceId",
                device,
                "accessToken",
                "token-" + handle + "-" + tokens.incrementAndGet(),
                "refreshToken",
                refreshToken,
                "expiresIn",
                900);
    }

    private Publisher<Void> byHandle(HttpServerRequest request, HttpServerResponse response) {
        String handle = request.uri().replaceAll(".*handle=", "");
        return users.containsKey(handle)
                ? answer(response, person(handle))
                : problem(response, 404, "unknown_user", "There is no such user.");
    }

    private Publisher<Void> byId(HttpServerRequest request, HttpServerResponse response) {
        String id = request.param("id");
        return users.entrySet().stream()
                .filter(user -> user.getValue().toString().equals(id))
                .findFirst()
                .map(user -> answer(response, person(user.getKey())))
                .orElseGet(() -> problem(response, 404, "unknown_user", "There is no such user."));
    }

    private Map<String, ?> person(String handle) {
        return Map.of("id", users.get(handle), "handle", handle, "displayName", displayName(handle));
    }

    /** With a capital letter. */
    private static String displayName(String handle) {
        return handle.substring(0, 1).toUpperCase(Locale.ROOT) + handle.substring(1);
    }

    /** A request with its body, if it has one, and what is answered. */
    static BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> answering(
            BiFunction<HttpServerRequest, JsonNode, FakeGroups.Answer> handler) {
        return (request, response) -> body(request)
                .defaultIfEmpty(JSON.missingNode())
                .flatMap(body -> {
                    FakeGroups.Answer answer = handler.apply(request, body);
                    response.status(answer.status());
                    return answer.body() == null
                            ? response.send().then()
                            : answer(response, Objects.requireNonNull(answer.body()));
                });
    }

    private Publisher<Void> upgrade(HttpServerRequest request, HttpServerResponse response) {
        upgradeTokens.add(request.requestHeaders().get("Authorization", ""));
        Integer refusal = refusals.poll();
        if (refusal != null || upgradeStatus != 101) {
            return response.status(refusal != null ? refusal : upgradeStatus).send();
        }
        return response.sendWebsocket(
                (in, out) -> {
                    Line line = new Line(out);
                    lines.add(line);
                    in.aggregateFrames().receive().asString().subscribe(line::received, _ -> line.lost(), line::lost);
                    return out.sendObject(line.outgoing()).then();
                },
                WebsocketServerSpec.builder()
                        .protocols("parley.v1+json")
                        .maxFramePayloadLength(1 << 20)
                        .build());
    }

    private static Mono<JsonNode> body(HttpServerRequest request) {
        return request.receive().aggregate().asString(StandardCharsets.UTF_8).map(JSON::readTree);
    }

    private static Mono<Void> answer(HttpServerResponse response, Object body) {
        return response.header("Content-Type", "application/json")
                .sendString(Mono.just(JSON.writeValueAsString(body)))
                .then();
    }

    private static Mono<Void> problem(HttpServerResponse response, int status, String code, String detail) {
        return answer(response.status(status), Map.of("status", status, "code", code, "detail", detail));
    }
}
