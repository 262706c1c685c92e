package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.api.Device;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages over REST. */
class RestTest extends ChatTest {

    private final Device alice = neighbours.user(1)[0];
    private final Device bob = neighbours.user(1)[0];
    private final UUID conversation = neighbours.conversation(alice, bob);

    private record Answer(int status, JsonNode body) {}

    private Answer call(Device caller, String method, String query, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/v1/conversations/" + conversation + "/messages" + query))
                .header("Authorization", "Bearer " + neighbours.token(caller))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.replace('\'', '"')))
                .build();
        return answer(request);
    }

    private static Answer answer(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    }

    private Answer send(UUID id, String text) throws Exception {
        return call(alice, "POST", "", "{'id':'" + id + "','content':{'type':'text','text':'" + text + "'}}");
    }

    @Test
    void aMessageIsSentOnceAndReadBack() throws Exception {
        Client recipient = login(bob);
        UUID id = UUID.randomUUID();
        Answer first = send(id, "over REST");
        Answer again = send(id, "over REST");
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.body().path("seq").asLong()).isEqualTo(1);
        assertThat(again.body()).isEqualTo(first.body());
        recipient.hear("message");
        JsonNode messages = call(bob, "GET", "?after=0", "").body().path("messages");
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("content").path("text").asString()).isEqualTo("over REST");
    }

    @Test
    void badInputIsAProblemWithItsCode() throws Exception {
        assertThat(send(UUID.randomUUID(), "").body().path("code").asString()).isIn("invalid_field", "malformed_json");
        assertThat(send(UUID.randomUUID(), "x".repeat(10_001))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("text_too_long");
        assertThat(call(alice, "GET", "?after=1&before=2", "")
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("invalid_field");
        assertThat(call(alice, "GET", "?limit=0", "").body().path("code").asString())
                .isEqualTo("invalid_field");
        Answer stranger = call(neighbours.user(1)[0], "GET", "", "");
        assertThat(stranger.status()).isEqualTo(404);
        assertThat(stranger.body().path("code").asString()).isEqualTo("unknown_conversation");
    }

    @Test
    void withoutATokenNothingIsTold() throws Exception {
        Answer answer = answer(HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/v1/conversations/" + conversation + "/messages"))
                .build());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("code").asString()).isEqualTo("unauthenticated");
    }

    @Test
    void theApiIsDescribed() throws Exception {
        JsonNode api = description();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("paths").has("/v1/conversations/{conversation}/messages"))
                .isTrue();
        assertThat(api.path("paths").has("/v1/conversations/{conversation}/messages/{seq}/receipts"))
                .isTrue();
        assertThat(api.path("paths").has("/v1/inbox")).isTrue();
        assertThat(api.path("paths").has("/v1/me/export")).isTrue();
        assertThat(api.path("paths").has("/v1/ws")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NewMessage", "Message"})
    void aContentIsDescribedAsAnObject(String message) throws Exception {
        JsonNode schemas = description().at("/components/schemas");
        assertThat(schemas.path(message).at("/properties/content/$ref").asString())
                .isEqualTo("#/components/schemas/Content");
        JsonNode content = schemas.path("Content");
        assertThat(content.path("type").asString()).isEqualTo("object");
        assertThat(content.at("/properties/type/type").asString()).isEqualTo("string");
        assertThat(content.path("required")).extracting(JsonNode::asString).containsExactly("type");
        assertThat(content.at("/example/text").asString()).isEqualTo("Hello, Bob");
    }

    private JsonNode description() throws Exception {
        return answer(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                        .build())
                .body();
    }
}
