package app.parley.chat;

import app.parley.chat.supervision.PushNotification;
import app.parley.offlinestore.api.Overdue;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import app.parley.presence.api.NodeLease;
import app.parley.presence.api.UserDevices;
import app.parley.presence.api.UserPresence;
import app.parley.presence.api.UserSession;
import app.parley.profile.api.Conversation;
import app.parley.profile.api.ConversationKind;
import app.parley.profile.api.ExportPart;
import app.parley.profile.api.GroupChange;
import app.parley.profile.api.Look;
import app.parley.profile.api.OwnConversation;
import app.parley.profile.api.Pair;
import app.parley.profile.api.Role;
import app.parley.profile.api.Sight;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** profile-service, presence-service and offline-store-service as chat-service sees them: real HTTP, in memory. */
final class Neighbours implements AutoCloseable {

    static final String CREDENTIAL = "credential-of-the-tests";

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final ECKey key;
    final StoreModel store = new StoreModel();
    final Map<UUID, Conversation> conversations = new ConcurrentHashMap<>();
    final Map<UUID, List<UUID>> devices = new ConcurrentHashMap<>();
    final Map<UUID, Long> versions = new ConcurrentHashMap<>();
    private final Map<UUID, List<GroupChange>> changes = new ConcurrentHashMap<>();

    /** Of those who were ever there. */
    final Map<UUID, Instant> lastSeen = new ConcurrentHashMap<>();

    /** What somebody may see of another; everything unless it is said here. */
    final Map<Look, Sight> sights = new ConcurrentHashMap<>();

    /** The conversations whose log was to forget a user, and whether what they sent is erased. */
    final List<Forgotten> forgotten = new CopyOnWriteArrayList<>();

    final AtomicInteger forgettingToFail = new AtomicInteger();

    record Forgotten(UUID conversation, UUID user, boolean erase) {}

    /** By owner and list. */
    private final Map<List<UUID>, List<UUID>> broadcasts = new ConcurrentHashMap<>();

    final Map<UUID, String> nodes = new ConcurrentHashMap<>();
    final Set<UUID> revoked = ConcurrentHashMap.newKeySet();
    /** Users of whom the store says what is overdue, and whether it says so again. */
    final Map<UUID, Boolean> supervised = new ConcurrentHashMap<>();

    /** The host by which the owner of all shards goes; the others by which this can be reached own none. */
    volatile String owner = "localhost";

    private volatile String lastNode = "";
    final AtomicInteger overdueAsked = new AtomicInteger();
    final List<PushNotification> pushes = new CopyOnWriteArrayList<>();
    final AtomicInteger pushesToFail = new AtomicInteger();
    final Set<String> leases = ConcurrentHashMap.newKeySet();
    /** What does not answer: the first path segment after {@code /internal/v1/}. */
    final Set<String> silent = ConcurrentHashMap.newKeySet();

    /** What says that it cannot answer, as {@link #silent}. */
    final Set<String> failing = ConcurrentHashMap.newKeySet();

    private final Phaser answers = new Phaser(1);
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();
    private volatile Duration admissionTakes = Duration.ZERO;

    Neighbours() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (JOSEException | IOException failure) {
            throw new IllegalStateException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** A user with so many devices that are logged in. */
    Device[] user(int howMany) {
        UUID user = UUID.randomUUID();
        List<UUID> all = new CopyOnWriteArrayList<>();
        for (int i = 0; i < howMany; i++) {
            all.add(UUID.randomUUID());
        }
        devices.put(user, all);
        return all.stream().map(device -> new Device(user, device)).toArray(Device[]::new);
    }

    /** A conversation of these. */
    UUID conversation(Device... members) {
        UUID id = UUID.randomUUID();
        List<UUID> users = Arrays.stream(members).map(Device::user).distinct().toList();
        conversations.put(id, new Conversation(id, users, null, 0, List.of(), List.of(), false, false));
        return id;
    }

    /** A group of these, which its log does not know yet. */
    UUID group(Device... members) {
        UUID id = UUID.randomUUID();
        conversations.put(id, new Conversation(id, List.of(), null, 0, List.of(), List.of(), false, false));
        change(id, List.of(members), List.of(), "created");
        return id;
    }

    /** Changes a group, so that its log lacks the change; says the version that it makes. */
    long change(UUID group, List<Device> joining, List<Device> leaving, String what) {
        List<UUID> joined = joining.stream().map(Device::user).distinct().toList();
        List<UUID> left = leaving.stream().map(Device::user).distinct().toList();
        Conversation before = conversations.get(group);
        List<UUID> members = java.util.stream.Stream.concat(before.members().stream(), joined.stream())
                .filter(user -> !left.contains(user))
                .toList();
        long version = before.version() + 1;
        changes.computeIfAbsent(group, _ -> new CopyOnWriteArrayList<>())
                .add(new GroupChange(
                        group,
                        version,
                        UUID.randomUUID(),
                        members.getFirst(),
                        "{\"type\":\"group\",\"change\":\"" + what + "\"}",
                        joined,
                        left,
                        false));
        conversations.put(
                group,
                new Conversation(
                        group,
                        members,
                        null,
                        version,
                        List.of(),
                        before.admins(),
                        before.adminsSend(),
                        before.adminsEdit()));
        return version;
    }

    /** Another node brings the next change into the log. */
    void bringOneChange(UUID group) {
        long version = store.version(group);
        changes.get(group).stream()
                .filter(change -> change.version() == version + 1)
                .forEach(store::take);
    }

    /** One of two who have not written to each other blocks the other. */
    void block(Device blocker, Device blocked) {
        Conversation direct = direct(blocker.user(), blocked.user(), List.of(blocker.user()));
        conversations.put(direct.id(), direct);
    }

    /** The id of a broadcast list with these users. */
    UUID broadcast(Device owner, List<UUID> recipients) {
        UUID list = UUID.randomUUID();
        broadcasts.put(List.of(owner.user(), list), recipients);
        return list;
    }

    /** Only this one may send from the next change on. */
    void onlySender(UUID group, Device sender) {
        Conversation its = conversations.get(group);
        conversations.put(
                group,
                new Conversation(
                        group, its.members(), null, its.version(), List.of(), List.of(sender.user()), true, false));
    }

    String token(Device device) {
        return token(device, Duration.ofMinutes(5));
    }

    String token(Device device, Duration validFor) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("test").build(),
                    new JWTClaimsSet.Builder()
                            .issuer("parley")
                            .subject(device.user().toString())
                            .claim("device", device.device().toString())
                            .expirationTime(Date.from(Instant.now().plus(validFor)))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How long a call takes that announces devices. */
    void admissionTakes(Duration time) {
        admissionTakes = time;
    }

    /** How often this was called, from the first path segment after {@code /internal/v1/}. */
    int asked(String what) {
        return asked.getOrDefault(what, new AtomicInteger()).get();
    }

    /** Whoever was silent or slow answers again. */
    void speak() {
        silent.clear();
        admissionTakes = Duration.ZERO;
        answers.arrive();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/.well-known/jwks.json")) {
                answer(exchange, 200, new JWKSet(key.toPublicJWK()).toJSONObject());
                return;
            }
            if (path.equals("/push")) {
                push(exchange);
                return;
            }
            if (!CREDENTIAL.equals(exchange.getRequestHeaders().getFirst("Parley-Service-Credential"))) {
                problem(exchange, 401, "unauthenticated");
                return;
            }
            String[] parts = path.split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked.computeIfAbsent(parts[3], _ -> new AtomicInteger()).incrementAndGet();
            awaitSpeech(parts[3]);
            if (failing.contains(parts[3])) {
                problem(exchange, 503, "unavailable");
                return;
            }
            internal(exchange, parts, body);
        } catch (RuntimeException failure) {
            failure.printStackTrace();
            throw failure;
        }
    }

    /** As the operator's push service. */
    private void push(HttpExchange exchange) throws IOException {
        PushNotification push = json.readValue(exchange.getRequestBody().readAllBytes(), PushNotification.class);
        if (pushesToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            problem(exchange, 503, "unavailable");
            return;
        }
        pushes.add(push);
        exchange.sendResponseHeaders(204, -1);
    }

    private void awaitSpeech(String who) {
        int phase = answers.getPhase();
        if (silent.contains(who)) {
            try {
                answers.awaitAdvanceInterruptibly(phase, 30, TimeUnit.SECONDS);
            } catch (InterruptedException | TimeoutException over) {
                throw new IllegalStateException(over);
            }
        }
    }

    private void internal(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
        switch (parts[3]) {
            case "conversations" -> conversations(exchange, parts, body);
            case "devices" ->
                answer(exchange, 200, ids(body).map(this::devicesOf).toList());
            case "presence" ->
                answer(
                        exchange,
                        200,
                        ids(body)
                                .map(user -> new UserPresence(
                                        user, isOnline(user), isOnline(user) ? null : lastSeen.get(user)))
                                .toList());
            case "sights" ->
                answer(
                        exchange,
                        200,
                        Arrays.stream(json.readValue(body, Look[].class))
                                .map(look -> sights.getOrDefault(look, new Sight(true, true, true, true)))
                                .toList());
            case "people" -> people(exchange, UUID.fromString(parts[4]), parts);
            case "users" ->
                answer(
                        exchange,
                        200,
                        devices.getOrDefault(UUID.fromString(parts[4]), List.of()).stream()
                                .map(device -> new UserSession(device, "Phone", "android", Instant.EPOCH))
                                .toList());
            case "nodes" -> nodes(exchange, parts, body);
            case "shards" -> shards(exchange, parts, body);
            case "overdue" ->
                answer(
                        exchange,
                        200,
                        isOwner(exchange) ? overdue(exchange.getRequestURI().getQuery()) : List.of());
            case "pending" ->
                answer(
                        exchange,
                        200,
                        Arrays.stream(json.readValue(body, app.parley.offlinestore.api.Device[].class))
                                .map(device -> store.pending(device.user(), device.device()))
                                .toList());
            default -> problem(exchange, 404, "not_found");
        }
    }

    private void people(HttpExchange exchange, UUID user, String[] parts) throws IOException {
        if (!devices.containsKey(user)) {
            problem(exchange, 404, "unknown_user");
        } else if (parts[5].equals("broadcasts")) {
            recipients(exchange, user, UUID.fromString(parts[6]));
        } else if (parts[5].equals("conversations")) {
            answer(
                    exchange,
                    200,
                    conversations.values().stream()
                            .filter(conversation -> conversation.members().contains(user))
                            .map(Neighbours::own)
                            .toList());
        } else {
            String cursor = Query.of(exchange.getRequestURI()).values().getOrDefault("cursor", "");
            answer(
                    exchange,
                    200,
                    cursor.isEmpty()
                            ? new ExportPart(List.of("{\"type\":\"profile\",\"id\":\"" + user + "\"}"), "second")
                            : new ExportPart(List.of("{\"type\":\"contact\"}", "{\"type\":\"contact\"}"), null));
        }
    }

    private static OwnConversation own(Conversation its) {
        ConversationKind kind = its.version() > 0 ? ConversationKind.GROUP : ConversationKind.DIRECT;
        return new OwnConversation(
                its.id(), kind, null, null, 2, Role.MEMBER, null, false, null, null, null, 0, List.of());
    }

    private boolean isOwner(HttpExchange exchange) {
        return URI.create("http://" + exchange.getRequestHeaders().getFirst("Host"))
                .getHost()
                .equals(owner);
    }

    /** Said to the node that came last, and to no other. */
    private List<Overdue> overdue(String query) {
        if (!query.contains("node=" + lastNode)) {
            return List.of();
        }
        overdueAsked.incrementAndGet();
        return supervised.entrySet().stream()
                .flatMap(
                        user -> store
                                .overdue(user.getKey(), devices.getOrDefault(user.getKey(), List.of()), user.getValue())
                                .stream())
                .toList();
    }

    private java.util.stream.Stream<UUID> ids(byte[] body) {
        return Arrays.stream(json.readValue(body, UUID[].class));
    }

    private UserDevices devicesOf(UUID user) {
        return new UserDevices(
                user,
                versions.getOrDefault(user, 1L),
                1,
                devices.getOrDefault(user, List.of()).stream()
                        .map(device -> new UserDevices.Route(device, nodes.get(device)))
                        .toList());
    }

    boolean isOnline(UUID user) {
        return devices.getOrDefault(user, List.of()).stream().anyMatch(nodes::containsKey);
    }

    private void conversations(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
        if (parts[4].equals("direct")) {
            Pair[] pairs = json.readValue(body, Pair[].class);
            answer(exchange, 200, Arrays.stream(pairs).map(this::direct).toList());
            return;
        }
        if (parts[4].equals("lookup")) {
            answer(exchange, 200, ids(body).map(conversations::get).toList());
            return;
        }
        UUID id = UUID.fromString(parts[4]);
        Query query = Query.of(exchange.getRequestURI());
        if (parts[5].equals("changes")) {
            long after = query.number("after");
            answer(
                    exchange,
                    200,
                    changes.getOrDefault(id, List.of()).stream()
                            .filter(change -> change.version() > after)
                            .limit(2)
                            .toList());
        } else if (parts[5].equals("users")) {
            forget(exchange, new Forgotten(id, UUID.fromString(parts[6]), query.flag("erase")));
        } else if (parts[5].equals("state")) {
            answer(exchange, 200, store.state(id, query.id("user"), query.id("device")));
        } else {
            answer(
                    exchange,
                    200,
                    store.messages(id, query.id("user"), query.number("after"), query.number("before"), query.limit()));
        }
    }

    private void forget(HttpExchange exchange, Forgotten asked) throws IOException {
        if (forgettingToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            problem(exchange, 503, "unavailable");
            return;
        }
        forgotten.add(asked);
        exchange.sendResponseHeaders(202, -1);
    }

    /** One of the two of a conversation blocks the other. */
    void block(UUID conversation, Device by) {
        Conversation its = conversations.get(conversation);
        conversations.put(
                conversation,
                new Conversation(conversation, its.members(), null, 0, List.of(by.user()), List.of(), false, false));
    }

    /** One of two closes their account: the other is left. */
    void leaveBehind(UUID conversation, Device other) {
        conversations.put(
                conversation,
                new Conversation(conversation, List.of(other.user()), null, 0, List.of(), List.of(), false, false));
    }

    private @Nullable Conversation direct(Pair pair) {
        if (!devices.containsKey(pair.first()) || !devices.containsKey(pair.second())) {
            return null;
        }
        Conversation made = direct(pair.first(), pair.second(), List.of());
        return conversations.computeIfAbsent(made.id(), _ -> made);
    }

    private static Conversation direct(UUID one, UUID other, List<UUID> blockers) {
        List<UUID> members = List.of(one, other).stream().sorted().toList();
        UUID id = UUID.nameUUIDFromBytes(members.toString().getBytes(StandardCharsets.UTF_8));
        return new Conversation(id, members, null, 0, blockers, List.of(), false, false);
    }

    private void recipients(HttpExchange exchange, UUID user, UUID list) throws IOException {
        List<UUID> recipients = broadcasts.get(List.of(user, list));
        if (recipients == null) {
            problem(exchange, 404, "unknown_broadcast");
            return;
        }
        answer(exchange, 200, recipients);
    }

    private void nodes(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
        String node = parts[4];
        if (parts.length == 5) {
            if (exchange.getRequestMethod().equals("DELETE")) {
                leases.remove(node);
                nodes.values().removeIf(node::equals);
                exchange.sendResponseHeaders(204, -1);
            } else {
                boolean fresh = leases.add(node);
                lastNode = fresh ? node : lastNode;
                answer(exchange, 200, new NodeLease(30, fresh));
            }
            return;
        }
        List<Device> named = List.of(json.readValue(body, Device[].class));
        if (!leases.contains(node)) {
            problem(exchange, 409, "node_lease_expired");
        } else if (parts[5].equals("connections")) {
            LockSupport.parkNanos(admissionTakes.toNanos());
            answer(
                    exchange,
                    200,
                    named.stream().map(device -> connect(node, device)).toList());
        } else {
            named.forEach(device -> nodes.remove(device.device(), node));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private ConnectionOutcome connect(String node, Device device) {
        if (revoked.contains(device.device())) {
            return ConnectionOutcome.REVOKED;
        }
        nodes.put(device.device(), node);
        return ConnectionOutcome.HELD;
    }

    private void shards(HttpExchange exchange, String[] parts, byte[] body) throws IOException {
        if (parts.length == 4) {
            URI at = URI.create("http://" + owner + ":" + server.getAddress().getPort());
            answer(exchange, 200, Map.of("owners", List.of(at, at, at, at)));
            return;
        }
        answer(exchange, 200, store.apply(json, body));
    }

    private void answer(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = body instanceof byte[] written ? written : json.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private void problem(HttpExchange exchange, int status, String code) throws IOException {
        answer(exchange, status, Map.of("status", status, "code", code, "detail", code, "retryable", false));
    }

    @Override
    public void close() {
        speak();
        server.stop(0);
    }
}
