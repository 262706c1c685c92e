package app.parley.load.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registers, logs in and refreshes. Waits as long as the server says when it has been asked too often. */
final class AccountApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAUTHORIZED = 401;
    private static final int CONFLICT = 409;

    private final HttpClient http;
    private final URI accounts;
    private final URI sessions;

    /**
     * @param accounts where {@code /v1/accounts} is: the gateway, or behind it
     * @param sessions where {@code /v1/sessions} is
     */
    AccountApi(HttpClient http, URI accounts, URI sessions) {
        this.http = http;
        this.accounts = accounts;
        this.sessions = sessions;
    }

    /** A session as the server gives it. */
    record Grant(UUID userId, UUID deviceId, String accessToken, String refreshToken) {

        static Grant of(JsonNode body) {
            return new Grant(
                    UUID.fromString(body.path("userId").asString()),
                    UUID.fromString(body.path("deviceId").asString()),
                    body.path("accessToken").asString(),
                    body.path("refreshToken").asString());
        }

        /** Without the tokens. */
        @Override
        public String toString() {
            return "Grant[userId=" + userId + "]";
        }
    }

    /** Opens the account, unless it is there. */
    void register(String handle, String password) {
        HttpResponse<String> response = post(
                accounts.resolve("/v1/accounts"),
                Map.of("handle", handle, "password", password, "displayName", handle));
        if (response.statusCode() != CONFLICT) {
            requireSuccess(response);
        }
    }

    /** A session by password, or nothing if there is no such account. */
    Optional<Grant> logIn(String handle, String password) {
        HttpResponse<String> response = post(
                sessions.resolve("/v1/sessions"),
                Map.of(
                        "handle", handle,
                        "password", password,
                        "device", Map.of("name", "load test", "platform", "load-test")));
        return response.statusCode() == UNAUTHORIZED ? Optional.empty() : Optional.of(grant(response));
    }

    /** The next tokens, or nothing if the session is over. */
    Optional<Grant> refresh(String refreshToken) {
        HttpResponse<String> response =
                post(sessions.resolve("/v1/sessions/refresh"), Map.of("refreshToken", refreshToken));
        return response.statusCode() == UNAUTHORIZED ? Optional.empty() : Optional.of(grant(response));
    }

    private static Grant grant(HttpResponse<String> response) {
        requireSuccess(response);
        return Grant.of(JSON.readTree(response.body()));
    }

    private static void requireSuccess(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s answered %d: %s".formatted(response.uri(), response.statusCode(), response.body()));
        }
    }

    private HttpResponse<String> post(URI uri, Map<String, ?> body) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            while (response.statusCode() == TOO_MANY_REQUESTS) {
                Thread.sleep(retryAfter(response));
                response = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(uri + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Duration retryAfter(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(seconds -> seconds.matches("\\d{1,4}"))
                .map(seconds -> Duration.ofSeconds(Math.max(1, Long.parseLong(seconds))))
                .orElse(Duration.ofSeconds(1));
    }
}
