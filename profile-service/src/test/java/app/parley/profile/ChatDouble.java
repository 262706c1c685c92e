package app.parley.profile;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** As much of chat-service's APIs as profile-service calls, over real HTTP. */
@TestConfiguration(proxyBeanMethods = false)
public class ChatDouble {

    private static final Pattern ANNOUNCEMENT =
            Pattern.compile("/internal/v1/conversations/([0-9a-f-]{36})/changes\\?version=(\\d+)");

    private static final Pattern PERSONAL =
            Pattern.compile("/internal/v1/people/([0-9a-f-]{36})/changes\\?version=(\\d+)");
    private static final Pattern PEOPLE = Pattern.compile("/internal/v1/people/changes");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Pattern DEPARTURE =
            Pattern.compile("/internal/v1/people/([0-9a-f-]{36})/departure\\?erase=(true|false)");

    /** What it was told. */
    public record Announced(UUID conversation, long version) {}

    /** Whom it was to have forgotten, and where. */
    public record Forgotten(UUID user, boolean erase, String conversations) {}

    /** How it answers. */
    public enum Mood {
        WELL,
        UNAVAILABLE,
        SILENT
    }

    private final HttpServer server;
    private final List<Announced> announced = new CopyOnWriteArrayList<>();
    private final Map<UUID, List<Long>> personal = new ConcurrentHashMap<>();
    private final List<Set<UUID>> people = new CopyOnWriteArrayList<>();
    private final List<Forgotten> forgotten = new CopyOnWriteArrayList<>();
    private volatile Mood mood = Mood.WELL;
    private volatile Consumer<Announced> before = _ -> {};

    ChatDouble() throws IOException {
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
    }

    @Bean(initMethod = "start")
    HttpServer chatServer() {
        return server;
    }

    @Bean
    static DynamicPropertyRegistrar chatAddress(HttpServer chatServer) {
        return properties -> properties.add(
                "spring.http.serviceclient.chat.base-url",
                () -> "http://localhost:" + chatServer.getAddress().getPort());
    }

    public void mood(Mood now) {
        mood = now;
    }

    /** Does something before it answers. */
    public void before(Consumer<Announced> action) {
        before = action;
    }

    public void calm() {
        mood = Mood.WELL;
        before = _ -> {};
    }

    /** The versions of a group that it was told and said yes to, in their order. */
    public List<Long> told(UUID conversation) {
        return announced.stream()
                .filter(change -> change.conversation().equals(conversation))
                .map(Announced::version)
                .toList();
    }

    /** The versions of what a user keeps that it was told, in their order. */
    public List<Long> versionsToldOf(UUID user) {
        return personal.getOrDefault(user, List.of());
    }

    /** The words that it was told of people of whom this is one, and said yes to, in their order. */
    public List<Set<UUID>> toldOf(UUID person) {
        return people.stream().filter(word -> word.contains(person)).toList();
    }

    /** Whom it said yes to forgetting, call by call. */
    public List<Forgotten> forgotten(UUID user) {
        return forgotten.stream().filter(call -> call.user().equals(user)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        Matcher departure = DEPARTURE.matcher(path);
        if (departure.matches()) {
            depart(exchange, UUID.fromString(departure.group(1)), Boolean.parseBoolean(departure.group(2)));
            return;
        }
        Matcher personalChange = PERSONAL.matcher(path);
        if (personalChange.matches()) {
            personal.computeIfAbsent(UUID.fromString(personalChange.group(1)), _ -> new CopyOnWriteArrayList<>())
                    .add(Long.parseLong(personalChange.group(2)));
            if (mood != Mood.SILENT) {
                answer(exchange, mood == Mood.WELL ? 200 : 503);
            }
            return;
        }
        Matcher announcement = ANNOUNCEMENT.matcher(path);
        boolean ofPeople = PEOPLE.matcher(path).matches();
        if (!exchange.getRequestMethod().equals("POST")
                || !ofPeople && !announcement.matches()
                || !ProfileClient.CREDENTIAL.equals(
                        exchange.getRequestHeaders().getFirst("Parley-Service-Credential"))) {
            answer(exchange, 400);
            return;
        }
        if (ofPeople) {
            handlePeople(exchange);
            return;
        }
        Announced change = new Announced(UUID.fromString(announcement.group(1)), Long.parseLong(announcement.group(2)));
        before.accept(change);
        switch (mood) {
            case WELL -> {
                announced.add(change);
                answer(exchange, 200);
            }
            case UNAVAILABLE -> answer(exchange, 503);
            case SILENT -> {}
        }
    }

    private void handlePeople(HttpExchange exchange) throws IOException {
        Set<UUID> named = ID.matcher(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                .results()
                .map(found -> UUID.fromString(found.group()))
                .collect(Collectors.toSet());
        switch (mood) {
            case WELL -> {
                people.add(named);
                answer(exchange, 200);
            }
            case UNAVAILABLE -> answer(exchange, 503);
            case SILENT -> {}
        }
    }

    private void depart(HttpExchange exchange, UUID user, boolean erase) throws IOException {
        String conversations = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        switch (mood) {
            case WELL -> {
                forgotten.add(new Forgotten(user, erase, conversations));
                answer(exchange, 200);
            }
            case UNAVAILABLE -> answer(exchange, 503);
            case SILENT -> {}
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        if (status == 200) {
            exchange.sendResponseHeaders(200, -1);
        } else {
            byte[] problem = "{\"status\":%d,\"code\":\"unavailable\",\"retryable\":true}"
                    .formatted(status)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/problem+json");
            exchange.sendResponseHeaders(status, problem.length);
            exchange.getResponseBody().write(problem);
        }
        exchange.close();
    }
}
