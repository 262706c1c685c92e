package app.parley.profile.personal;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class PersonalConversationsTest extends PersonalTest {

    @Test
    void aConversationOfWhichNothingWasSaidIsNeitherMutedNorArchivedNorPinned() {
        Map<String, Object> state = look(ada);

        assertThat(state)
                .containsEntry("type", "conversation")
                .containsEntry("conversation", conversation.toString())
                .containsEntry("version", 0)
                .containsEntry("mutedUntil", null)
                .containsEntry("archived", false)
                .containsEntry("pinnedAt", null)
                .containsEntry("draft", null)
                .containsEntry("clearedTo", 0);
        assertThat(part(ada, "").changes()).isEmpty();
    }

    @Test
    void whatIsChangedIsSeenByOneselfAndNobodyElse() {
        Map<String, Object> draft = Map.of("type", "text", "text", "Dear Grace 👋", "replyTo", Map.of("seq", 7));

        Map<String, Object> changed = kept(
                ada,
                conversation,
                Map.of("mutedUntil", "2126-01-02T03:04:05Z", "archived", true, "pinned", true, "draft", draft));

        assertThat(changed)
                .containsEntry("mutedUntil", "2126-01-02T03:04:05Z")
                .containsEntry("archived", true)
                .containsEntry("draft", draft);
        assertThat(changed.get("pinnedAt")).isNotNull();
        assertThat(changed.get("draftedAt")).isNotNull();
        assertThat(look(ada)).isEqualTo(changed);
        assertThat(look(grace)).containsEntry("archived", false).containsEntry("draft", null);
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        Map<String, Object> before = kept(ada, conversation, Map.of("archived", true, "pinned", true));

        Map<String, Object> now = kept(ada, conversation, "{\"muted\": true, \"archived\": null}");

        assertThat(now)
                .containsEntry("mutedUntil", "9999-12-31T23:59:59Z")
                .containsEntry("archived", true)
                .containsEntry("pinnedAt", before.get("pinnedAt"));
    }

    @Test
    void everythingIsTakenBack() {
        kept(
                ada,
                conversation,
                Map.of("muted", true, "archived", true, "pinned", true, "draft", Map.of("type", "text", "text", "x")));

        Map<String, Object> now =
                kept(ada, conversation, Map.of("muted", false, "archived", false, "pinned", false, "draft", Map.of()));

        assertThat(now)
                .containsEntry("mutedUntil", null)
                .containsEntry("archived", false)
                .containsEntry("pinnedAt", null)
                .containsEntry("draft", null)
                .containsEntry("draftedAt", null);
    }

    @Test
    void aTimeThatIsOverUnmutes() {
        kept(ada, conversation, Map.of("muted", true));

        assertThat(kept(ada, conversation, Map.of("mutedUntil", "2020-01-01T00:00:00Z")))
                .containsEntry("mutedUntil", null);
    }

    @Test
    void whatChangesNothingHasNoNumber() {
        Map<String, Object> first = kept(ada, conversation, Map.of("archived", true, "pinned", true));

        assertThat(kept(ada, conversation, Map.of("archived", true, "pinned", true)))
                .isEqualTo(first);
        assertThat(kept(ada, conversation, Map.of())).isEqualTo(first);
    }

    @Test
    void noMoreArePinnedThanMayBe() {
        List<UUID> talks = talks(ada, 2);
        talks.forEach(talk -> kept(ada, talk, Map.of("pinned", true)));

        expectProblem(
                keep(ada, conversation, Map.of("pinned", true, "archived", true)),
                HttpStatus.CONFLICT,
                "too_many_pinned");
        assertThat(look(ada)).containsEntry("archived", false);
        // what is pinned may be said to be
        kept(ada, talks.getFirst(), Map.of("pinned", true, "archived", true));

        kept(ada, talks.getFirst(), Map.of("pinned", false));
        kept(ada, conversation, Map.of("pinned", true));
    }

    @Test
    void ofManyThatArePinnedAtOnceSoManyAreAsMayBe() throws InterruptedException {
        List<UUID> talks = talks(ada, 6);

        List<Integer> answers = atOnce(talks.stream()
                .<Callable<ResponseSpec>>map(talk -> () -> keep(ada, talk, Map.of("pinned", true)))
                .toList());

        assertThat(answers.stream().collect(Collectors.groupingBy(status -> status, Collectors.counting())))
                .isEqualTo(Map.of(200, 2L, 409, 4L));
    }

    @Test
    void whoIsNotInAConversationKeepsNothingOfIt() {
        Person mallory = client.register("mallory");

        expectProblem(keep(mallory, conversation, Map.of("muted", true)), HttpStatus.NOT_FOUND, "unknown_conversation");
        expectProblem(
                get(mallory, "/v1/conversations/" + conversation + "/personal"),
                HttpStatus.NOT_FOUND,
                "unknown_conversation");
        expectProblem(
                keep(ada, UUID.randomUUID(), Map.of("muted", true)), HttpStatus.NOT_FOUND, "unknown_conversation");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mutedUntil\": \"+10000-01-01T00:00:00Z\"}",
                "{\"muted\": false, \"mutedUntil\": \"2126-01-01T00:00:00Z\"}",
                "{\"draft\": {\"text\": \"without a type\"}}",
                "{\"draft\": {\"type\": \"\"}}",
                "{\"draft\": {\"type\": 1}}",
                "{\"draft\": {\"type\": \"text\", \"text\": \"\\ud83d\"}}"
            })
    void whatCannotBeIsInvalid(String change) {
        expectProblem(keep(ada, conversation, change), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        assertThat(look(ada)).containsEntry("version", 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"mutedUntil\": \"tomorrow\"}",
                "{\"muted\": \"perhaps\"}",
                "{\"draft\": \"text\"}",
                "{\"draft\": [1]}",
                "[]",
                "null",
                "{"
            })
    void whatIsNoChangeIsMalformed(String change) {
        expectProblem(keep(ada, conversation, change), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void aDraftEndsSomewhere() {
        String longest = IntStream.range(0, 10_000).mapToObj(_ -> "👋").collect(Collectors.joining());
        kept(ada, conversation, Map.of("draft", Map.of("type", "text", "text", longest)));

        expectProblem(
                keep(ada, conversation, Map.of("draft", Map.of("type", "text", "text", "x".repeat(32_768)))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @Test
    void whatIsNoIdIsInvalid() {
        expectProblem(keep(ada, "ada", Map.of("muted", true)), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    private Map<String, Object> look(Person person) {
        return body(get(person, "/v1/conversations/" + conversation + "/personal")
                .expectStatus()
                .isOk());
    }
}
