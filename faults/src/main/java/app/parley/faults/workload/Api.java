package app.parley.faults.workload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accounts and sessions over REST. */
final class Api {

    static final JsonMapper JSON = JsonMapper.shared();

    private static final String PASSWORD = "correct horse battery staple";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** A logged-in device. */
    record Session(UUID user, UUID device, String accessToken, String refreshToken) {}

    /** The server did not do it. {@code status} is 0 if it said nothing. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Refusal(int status, String message) {
            super(message);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private final HttpClient http;

    Api(HttpClient http) {
        this.http = http;
    }

    UUID register(URI gateway, String handle) throws Refusal, InterruptedException {
        JsonNode answer =
                post(gateway, "/v1/accounts", Map.of("handle", handle, "password", PASSWORD, "displayName", handle));
        return UUID.fromString(answer.get("id").asString());
    }

    /** Logs in, as the device that it was before if it was one. */
    Session login(URI gateway, String handle, @Nullable UUID device) throws Refusal, InterruptedException {
        Map<String, Object> about = new LinkedHashMap<>(Map.of("name", "faults", "platform", "java"));
        if (device != null) {
            about.put("id", device);
        }
        return session(post(gateway, "/v1/sessions", Map.of("handle", handle, "password", PASSWORD, "device", about)));
    }

    Session refresh(URI gateway, Session session) throws Refusal, InterruptedException {
        return session(post(gateway, "/v1/sessions/refresh", Map.of("refreshToken", session.refreshToken())));
    }

    private JsonNode post(URI gateway, String path, Object body) throws Refusal, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response;
        try {
            response = http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(0, path + ": " + e);
        }
        if (response.statusCode() / 100 != 2) {
            throw new Refusal(response.statusCode(), path + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    private static Session session(JsonNode answer) {
        return new Session(
                UUID.fromString(answer.get("userId").asString()),
                UUID.fromString(answer.get("deviceId").asString()),
                answer.get("accessToken").asString(),
                answer.get("refreshToken").asString());
    }
}
