package app.parley.profile.personal;

import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.profile.ChatDouble;
import app.parley.profile.ChatDouble.Mood;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** What chat-service is told for the devices that are online. */
class PersonalNewsTest extends PersonalTest {

    @Autowired
    private ChatDouble chat;

    @AfterEach
    void calm() {
        chat.calm();
    }

    @Test
    void chatServiceIsToldOfEachChangeAndOfNothingElse() {
        kept(ada, conversation, Map.of("archived", true));
        kept(ada, conversation, Map.of("archived", true));
        expectProblem(
                keep(ada, conversation, Map.of("draft", Map.of("no", "type"))),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
        await().untilAsserted(() -> assertThat(chat.versionsToldOf(ada.id())).containsExactly(1L));
        star(ada, conversation, 7).expectStatus().isOk();
        await().untilAsserted(() -> assertThat(chat.versionsToldOf(ada.id())).containsExactly(1L, 2L));
        hide(ada, conversation, Map.of("seqs", List.of(1, 2, 3))).expectStatus().isNoContent();
        await().untilAsserted(() -> assertThat(chat.versionsToldOf(ada.id())).containsExactly(1L, 2L, 5L));

        assertThat(chat.versionsToldOf(grace.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Mood.class)
    void nobodyWhoChangesSomethingNeedsChatService(Mood mood) {
        chat.mood(mood);

        kept(ada, conversation, Map.of("archived", true));

        await().untilAsserted(() -> assertThat(chat.versionsToldOf(ada.id())).containsExactly(1L));
        assertThat(part(ada, "").version()).isEqualTo(1);
    }
}
