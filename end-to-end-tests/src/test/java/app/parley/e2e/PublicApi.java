package app.parley.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The REST API through the gateway, as an integrator would call it. */
final class PublicApi {

    static final JsonMapper json = JsonMapper.shared();

    static final String PASSWORD = "correct horse battery staple";

    /** A registered person. */
    record Account(UUID id, String handle) {}

    /** A logged-in device. */
    record Session(UUID user, UUID device, String accessToken, String refreshToken) {}

    /** An answer, whatever its status. */
    record Answer(int status, String body) {
        JsonNode json() {
            return json.readTree(body);
        }

        String code() {
            return json().path("code").asString();
        }
    }

    private final URI gateway;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    PublicApi(URI gateway) {
        this.gateway = gateway;
    }

    URI gateway() {
        return gateway;
    }

    HttpClient http() {
        return http;
    }

    /** A new account with a handle that nobody has. */
    Account register(String name) {
        String handle = name + "-" + UUID.randomUUID().toString().substring(0, 12);
        Answer answer =
                call("POST", "/v1/accounts", null, Map.of("handle", handle, "password", PASSWORD, "displayName", name));
        expect(answer, 201);
        return new Account(UUID.fromString(answer.json().get("id").asString()), handle);
    }

    /** Logs in from a new device. */
    Session login(Account account) {
        Answer answer = tryLogin(account);
        expect(answer, 201);
        return session(answer.json());
    }

    /** Logs in again on a device that was logged in before. */
    Session login(Account account, Session before) {
        Answer answer = tryLogin(account, Map.of("name", "test", "platform", "java", "id", before.device()));
        expect(answer, 201);
        return session(answer.json());
    }

    Answer tryLogin(Account account) {
        return tryLogin(account, Map.of("name", "test", "platform", "java"));
    }

    private Answer tryLogin(Account account, Map<String, ?> device) {
        return call(
                "POST",
                "/v1/sessions",
                null,
                Map.of("handle", account.handle(), "password", PASSWORD, "device", device));
    }

    Answer refresh(String refreshToken) {
        return call("POST", "/v1/sessions/refresh", null, Map.of("refreshToken", refreshToken));
    }

    Answer get(String path, Session session) {
        return call("GET", path, session.accessToken(), null);
    }

    Answer call(String method, String path, @Nullable String token, @Nullable Object body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).timeout(Duration.ofSeconds(15));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new Answer(0, "{\"code\": \"no_answer\"}");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static Session session(JsonNode answer) {
        return new Session(
                UUID.fromString(answer.get("userId").asString()),
                UUID.fromString(answer.get("deviceId").asString()),
                answer.get("accessToken").asString(),
                answer.get("refreshToken").asString());
    }

    private static void expect(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("expected status %d, got %s".formatted(status, answer));
        }
    }
}
