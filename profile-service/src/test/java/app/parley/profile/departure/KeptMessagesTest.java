package app.parley.profile.departure;

import static app.parley.profile.ProfileClient.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.profile.ChatDouble;
import app.parley.profile.ChatDouble.Forgotten;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Pair;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;

/** An operator lets the messages of people stay who close their accounts. */
@TestPropertySource(properties = "parley.profile.departure.messages=keep")
class KeptMessagesTest extends ProfileServiceTest {

    @Autowired
    private ChatDouble chat;

    @Test
    void theLogsForgetWhoSentThemAndKeepWhatWasSaid() {
        Person ada = client.register("ada");
        Person grace = client.register("grace");
        UUID pair = client.api()
                .direct(List.of(new Pair(ada.id(), grace.id())))
                .block()
                .getFirst()
                .id();

        client.as(ada)
                .method(HttpMethod.DELETE)
                .uri("/v1/me")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("password", PASSWORD))
                .exchange()
                .expectStatus()
                .isAccepted();

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !chat.forgotten(ada.id()).isEmpty());
        assertThat(chat.forgotten(ada.id())).containsExactly(new Forgotten(ada.id(), false, "[\"" + pair + "\"]"));
    }
}
