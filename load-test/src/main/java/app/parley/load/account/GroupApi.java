package app.parley.load.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Makes groups. */
public final class GroupApi {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final URI conversations;

    /** @param base where {@code /v1/conversations} is: the gateway, or behind it */
    public GroupApi(URI base) {
        this.conversations = base.resolve("/v1/conversations");
    }

    /** A new group of these, which belongs to the first of them. */
    public UUID found(List<Account> members) {
        List<UUID> others = members.stream().skip(1).map(Account::user).toList();
        HttpRequest request = HttpRequest.newBuilder(conversations)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + members.getFirst().token())
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("name", "load test", "members", others))))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 201) {
                throw new IllegalStateException(
                        "%s answered %d: %s".formatted(conversations, response.statusCode(), response.body()));
            }
            return UUID.fromString(JSON.readTree(response.body()).path("id").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(conversations + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
