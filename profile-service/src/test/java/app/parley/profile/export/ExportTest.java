package app.parley.profile.export;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.CodeReceiver;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.ExportPart;
import app.parley.profile.api.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Other services ask for all that is kept of somebody. */
class ExportTest extends ProfileServiceTest {

    @Autowired
    private CodeReceiver receiver;

    private Person ada;
    private Person grace;

    @BeforeEach
    void twoPeople() {
        ada = client.register("ada");
        grace = client.register("grace");
    }

    @Test
    void itHasAllThatIsTheirsAndNothingElse() {
        UUID pair = client.api()
                .direct(List.of(new Pair(ada.id(), grace.id())))
                .block()
                .getFirst()
                .id();
        String email = "ada-" + ada.id() + "@example.org";
        verify(email);
        call(HttpMethod.PUT, "/v1/contacts/" + grace.id(), Map.of("name", "The admiral"));
        call(
                HttpMethod.PATCH,
                "/v1/conversations/" + pair + "/personal",
                Map.of("archived", true, "draft", Map.of("type", "text", "text", "Dear Grace")));
        call(HttpMethod.PUT, "/v1/conversations/" + pair + "/stars/7", null);
        call(HttpMethod.PUT, "/v1/conversations/" + pair + "/stars/8", null);
        call(HttpMethod.DELETE, "/v1/conversations/" + pair + "/stars/8", null);
        call(HttpMethod.POST, "/v1/broadcasts", Map.of("name", "Friends", "recipients", List.of(grace.id())));

        call(HttpMethod.PATCH, "/v1/me", Map.of("about", "On engines"));
        call(HttpMethod.PATCH, "/v1/me/privacy", Map.of("photo", "nobody"));
        call(HttpMethod.PUT, "/v1/blocks/" + grace.id(), null);

        List<JsonNode> lines = export(ada);

        assertThat(lines)
                .extracting(line -> line.path("type").asString())
                .containsExactly("profile", "contact", "personalConversation", "personalMessage", "broadcast");
        JsonNode profile = lines.getFirst();
        assertThat(profile.path("handle").asString()).isEqualTo(ada.handle());
        assertThat(profile.path("displayName").asString()).isEqualTo("ada");
        assertThat(profile.path("about").asString()).isEqualTo("On engines");
        assertThat(profile.at("/privacy/photo").asString()).isEqualTo("nobody");
        assertThat(profile.at("/privacy/about").asString()).isEqualTo("everyone");
        assertThat(profile.at("/blocked/0").asString()).isEqualTo(grace.id().toString());
        assertThat(profile.at("/addresses/0/address").asString()).isEqualTo(email);
        assertThat(profile.at("/addresses/0/kind").asString()).isEqualTo("email");
        assertThat(lines.get(1).path("name").asString()).isEqualTo("The admiral");
        assertThat(lines.get(1).path("user").asString()).isEqualTo(grace.id().toString());
        assertThat(lines.get(2).at("/draft/text").asString()).isEqualTo("Dear Grace");
        assertThat(lines.get(2).path("archived").asBoolean()).isTrue();
        assertThat(lines.get(3).path("seq").asLong()).isEqualTo(7);
        assertThat(lines.get(4).path("name").asString()).isEqualTo("Friends");
        assertThat(export(grace)).hasSize(1);
    }

    @Test
    void itComesInPartsOfWhichNoneIsLarge() {
        List<UUID> people = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            people.add(client.register("friend").id());
            call(HttpMethod.PUT, "/v1/contacts/" + people.getLast(), Map.of("name", "Friend"));
        }

        ExportPart contacts = client.api()
                .export(ada.id(), client.api().export(ada.id(), "").block().next())
                .block();
        assertThat(contacts.lines()).hasSize(200);
        assertThat(export(ada)).hasSize(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "contacts.7", "kept.1", "kept.-1.0", "contacts.01a223ca-5aa3-7020-9435-61d6dc46e5b8x"})
    void anotherCursorIsRefused(String cursor) {
        expectProblem(
                client.internal()
                        .get()
                        .uri("/internal/v1/people/{user}/export?cursor={cursor}", ada.id(), cursor)
                        .exchange(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @Test
    void ofNobodyThereIsNothing() {
        expectProblem(
                client.internal()
                        .get()
                        .uri("/internal/v1/people/{user}/export", UUID.randomUUID())
                        .exchange(),
                HttpStatus.NOT_FOUND,
                "unknown_user");
    }

    private List<JsonNode> export(Person person) {
        List<JsonNode> lines = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            ExportPart part = client.api().export(person.id(), cursor).block();
            part.lines().stream().map(JsonMapper.shared()::readTree).forEach(lines::add);
            cursor = part.next();
        }
        return lines;
    }

    private void verify(String email) {
        call(HttpMethod.POST, "/v1/me/addresses", Map.of("email", email));
        call(
                HttpMethod.POST,
                "/v1/me/addresses/verification",
                Map.of("email", email, "code", receiver.awaitCode(email)));
    }

    private void call(HttpMethod method, String path, Object body) {
        var request = client.as(ada).method(method).uri(path);
        ResponseSpec answer = body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
        answer.expectStatus().is2xxSuccessful();
    }
}
