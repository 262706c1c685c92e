package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody takes along all that is kept of them. */
class ExportTest extends ChatTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** More than a page. */
    private static final int MESSAGES = 205;

    private final Device[] alice = neighbours.user(2);
    private final Device bob = neighbours.user(1)[0];
    private final UUID pair = neighbours.conversation(alice[0], bob);

    /** Again and again: its second page was missing now and then. */
    @RepeatedTest(10)
    void itIsOneDocumentOfAllThatEachServiceKeeps() {
        Client client = login(alice[0]);
        LongStream.rangeClosed(1, MESSAGES).forEach(number -> client.text(pair, "text " + number));
        client.hear(MESSAGES, "accepted");

        HttpResponse<String> answer = export(alice[0]).join();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"parley-export.ndjson\"");
        List<JsonNode> lines =
                answer.body().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(lines.subList(0, 6))
                .extracting(line -> line.path("type").asString())
                .containsExactly("profile", "contact", "contact", "session", "session", "conversation");
        assertThat(lines.get(3).path("device").asString())
                .isEqualTo(alice[0].device().toString());
        assertThat(lines.get(5).path("id").asString()).isEqualTo(pair.toString());
        assertThat(lines.get(5).path("kind").asString()).isEqualTo("direct");
        List<JsonNode> messages = lines.subList(6, 6 + MESSAGES);
        assertThat(messages)
                .extracting(message -> message.path("seq").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, MESSAGES).boxed().toList());
        assertThat(messages.getLast().at("/content/text").asString()).isEqualTo("text " + MESSAGES);
        assertThat(messages.getLast().path("from").asString())
                .isEqualTo(alice[0].user().toString());
        assertThat(lines.getLast()).isEqualTo(JsonMapper.shared().readTree("{\"type\":\"end\"}"));
        assertThat(lines).hasSize(7 + MESSAGES);
    }

    @Test
    void oneAtATimeAndAnotherOneAfterwards() {
        int before = neighbours.asked("people");
        neighbours.silent.add("people");
        CompletableFuture<HttpResponse<String>> first = export(bob);
        await().until(() -> neighbours.asked("people") > before);

        HttpResponse<String> second = export(bob).join();
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(code(second)).isEqualTo("rate_limited");

        neighbours.speak();
        assertThat(first.join().statusCode()).isEqualTo(200);
        await().until(() -> export(bob).join().statusCode() == 200);
    }

    @Test
    void whatCannotBeginIsAProblemWithItsCode() {
        Device gone = new Device(UUID.randomUUID(), UUID.randomUUID());
        assertThat(export(gone).join().statusCode()).isEqualTo(404);
        assertThat(code(export(gone).join())).isEqualTo("unknown_user");
        HttpRequest stranger = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/me/export"))
                .build();
        assertThat(HTTP.sendAsync(stranger, BodyHandlers.ofString()).join().statusCode())
                .isEqualTo(401);
    }

    private CompletableFuture<HttpResponse<String>> export(Device device) {
        return HTTP.sendAsync(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/me/export"))
                        .header("Authorization", "Bearer " + neighbours.token(device))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String code(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body()).path("code").asString();
    }
}
