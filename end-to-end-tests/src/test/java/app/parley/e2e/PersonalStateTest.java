package app.parley.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.PublicApi.Account;
import app.parley.e2e.PublicApi.Answer;
import app.parley.e2e.PublicApi.Session;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What Alice keeps for herself on her devices, of which one hears of it at once and one was away. */
@ExtendWith(Suite.class)
class PersonalStateTest {

    private final PublicApi api;
    private Account alice;
    private Account bob;

    PersonalStateTest(Suite.Running suite) {
        this.api = suite.api();
    }

    @BeforeEach
    void accounts() {
        alice = api.register("alice");
        bob = api.register("bob");
    }

    @Test
    void aDeviceThatWasAwayCatchesUpToTheOneThatHeardOfEachChange() {
        Session phone = api.login(alice);
        PersonalCopy away = new PersonalCopy(api, api.login(alice));
        PersonalCopy there = new PersonalCopy(api, api.login(alice));
        try (Device listening = Device.connect(api, there.session());
                Device writer = Device.connect(api, api.login(bob))) {
            UUID conversation = writer.send(alice.id(), "one").conversation();
            for (String text : List.of("two", "three", "four", "five")) {
                writer.send(alice.id(), text);
            }
            String path = "/v1/conversations/" + conversation;

            expect(200, change(phone, "PUT", path + "/stars/2", null));
            expect(200, change(phone, "PUT", path + "/stars/3", null));
            there.hear(listening, 2);
            away.catchUp();
            assertThat(away.entries()).isEqualTo(there.entries()).hasSize(2);

            expect(200, change(phone, "PATCH", path + "/personal", Map.of("muted", true, "pinned", true)));
            there.hear(listening, 3);
            expect(204, change(phone, "DELETE", path + "/stars/3", null));
            expect(204, change(phone, "POST", path + "/hidden", Map.of("seqs", List.of(4, 5))));
            there.hear(listening, 6);
            Map<String, Object> draft = Map.of("type", "text", "text", "Dear Bob");
            expect(200, change(phone, "PATCH", path + "/personal", Map.of("draft", draft)));
            expect(204, change(phone, "POST", path + "/hidden", Map.of("upTo", 4)));
            there.hear(listening, 8);

            away.catchUp();
            assertThat(away.entries()).isEqualTo(there.entries()).hasSize(2);
            JsonNode kept = away.entries().get(conversation.toString());
            assertThat(kept.path("mutedUntil").asString()).isEqualTo("9999-12-31T23:59:59Z");
            assertThat(kept.at("/draft/text").asString()).isEqualTo("Dear Bob");
            assertThat(kept.path("clearedTo").asLong()).isEqualTo(4);
            assertThat(writer.frames())
                    .noneMatch(frame -> frame.path("type").asString().equals("changed"));
        }
    }

    @Test
    void whoIsNotInAConversationKeepsNothingOfIt() {
        try (Device writer = Device.connect(api, api.login(bob))) {
            UUID conversation = writer.send(alice.id(), "one").conversation();
            Session mallory = api.login(api.register("mallory"));

            Answer answer =
                    change(mallory, "PATCH", "/v1/conversations/" + conversation + "/personal", Map.of("muted", true));

            assertThat(answer.code()).isEqualTo("unknown_conversation");
            assertThat(api.get("/v1/stars", mallory).json().path("stars")).isEmpty();
        }
    }

    private Answer change(Session device, String method, String path, @Nullable Object body) {
        return api.call(method, path, device.accessToken(), body);
    }

    private static void expect(int status, Answer answer) {
        assertThat(answer.status()).describedAs("%s", answer).isEqualTo(status);
    }
}
