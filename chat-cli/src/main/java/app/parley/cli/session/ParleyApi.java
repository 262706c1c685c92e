package app.parley.cli.session;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST side of the public API. Throws {@link ApiProblem} when refused and {@link Unreachable} without an answer. */
public final class ParleyApi {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final HttpClient http;
    private final URI server;

    public ParleyApi(HttpClient http, URI server) {
        this.http = http;
        this.server = server;
    }

    /** The address of the server. */
    public URI server() {
        return server;
    }

    /** Opens an account. 409 {@code handle_taken} if there is one. */
    void register(String handle, String password) {
        post("/v1/accounts", Map.of("handle", handle, "password", password, "displayName", handle));
    }

    /**
     * A new session. 401 {@code invalid_credentials}.
     *
     * @param again the id of this device if it was logged in before, by which it stays the same
     */
    Login logIn(String handle, String password, String deviceName, @Nullable UUID again) {
        Map<String, Object> device = new HashMap<>(Map.of("name", deviceName, "platform", "terminal"));
        if (again != null) {
            device.put("id", again);
        }
        return convert(
                post("/v1/sessions", Map.of("handle", handle, "password", password, "device", device)), Login.class);
    }

    /** The next tokens of a session. 401 if it was revoked. */
    Login refresh(String refreshToken) {
        return convert(post("/v1/sessions/refresh", Map.of("refreshToken", refreshToken)), Login.class);
    }

    /** A user by id. 404 {@code unknown_user}. */
    Person person(String token, UUID user) {
        return convert(get("/v1/users/" + user, token), Person.class);
    }

    /** A user by handle. 404 {@code unknown_user}. */
    Person person(String token, String handle) {
        return convert(
                get("/v1/users?handle=" + URLEncoder.encode(handle, StandardCharsets.UTF_8), token), Person.class);
    }

    /** The two in a conversation of two that this user is in, nobody in a group. 404 {@code unknown_conversation}. */
    List<UUID> members(String token, UUID conversation) {
        List<UUID> members =
                get("/v1/conversations/" + conversation, token, Members.class).members();
        return members == null ? List.of() : members;
    }

    private record Members(@Nullable List<UUID> members) {}

    <T> T get(String path, String token, Class<T> type) {
        return convert(get(path, token), type);
    }

    <T> Optional<T> send(String method, String path, String token, @Nullable Object body, Class<T> type) {
        HttpRequest.Builder request = request(path).header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        JsonNode answer = exchange(request);
        return answer.isMissingNode() ? Optional.empty() : Optional.of(convert(answer, type));
    }

    private JsonNode post(String path, Map<String, ?> body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        return exchange(request);
    }

    private JsonNode get(String path, String token) {
        return exchange(request(path).header("Authorization", "Bearer " + token).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path))
                .timeout(TIMEOUT)
                .header("Accept", "application/json, application/problem+json");
    }

    private JsonNode exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            JsonNode body = parse(response.body());
            if (response.statusCode() / 100 != 2) {
                throw problem(response, body);
            }
            return body;
        } catch (IOException e) {
            throw new Unreachable(server, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable(server, new IOException("interrupted", e));
        }
    }

    private static ApiProblem problem(HttpResponse<String> response, JsonNode body) {
        int status = response.statusCode();
        String detail = body.path("detail").asString("The server answered " + status + ".");
        JsonNode field = body.path("errors").path(0);
        if (field.isObject()) {
            detail = field.path("field").asString("") + ": "
                    + field.path("reason").asString("");
        }
        return new ApiProblem(status, body.path("code").asString("http_" + status), detail, retryAfter(response));
    }

    private static @Nullable Integer retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(null);
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? JSON.missingNode() : JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static <T> T convert(JsonNode body, Class<T> type) {
        return JSON.treeToValue(body, type);
    }
}
