package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.chat.Neighbours.Forgotten;
import app.parley.presence.api.Device;
import app.parley.service.port.InternalPort;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Somebody closes their account, and others are left in their conversations. */
class DepartureTest extends ChatTest {

    private final Device alice = neighbours.user(1)[0];
    private final Device bob = neighbours.user(1)[0];
    private final UUID pair = neighbours.conversation(alice, bob);

    @Autowired
    private InternalPort internal;

    @Test
    void allLogsAreToForgetThem() {
        List<UUID> conversations = Stream.generate(UUID::randomUUID).limit(40).toList();

        forget(alice, true, conversations).expectStatus().isOk();

        assertThat(neighbours.forgotten)
                .filteredOn(forgotten -> forgotten.user().equals(alice.user()))
                .containsExactlyInAnyOrderElementsOf(conversations.stream()
                        .map(conversation -> new Forgotten(conversation, alice.user(), true))
                        .toList());
    }

    @Test
    void ifOneCannotTheAnswerIsThatItHasToBeAskedAgain() {
        neighbours.forgettingToFail.set(1);

        forget(alice, false, List.of(pair))
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable")
                .jsonPath("$.retryable")
                .isEqualTo(true);
        forget(alice, false, List.of(pair)).expectStatus().isOk();

        assertThat(neighbours.forgotten).contains(new Forgotten(pair, alice.user(), false));
    }

    @Test
    void whoIsLeftReadsWhatWasSaidAndCanSayNoMore() {
        Client sender = login(alice);
        sender.text(pair, "before");
        sender.hear("accepted");
        Client left = login(bob);
        left.hear("message");
        neighbours.leaveBehind(pair, bob);

        forget(alice, true, List.of(pair)).expectStatus().isOk();

        // the word that a conversation is another now goes round by itself
        await().untilAsserted(() -> send(bob).expectStatus().isNotFound());
        send(bob).expectBody().jsonPath("$.code").isEqualTo("unknown_user");
        left.text(pair, "after");
        left.error("unknown_user");
        left.say("{'type':'pull','id':'%s','conversation':'%s','after':0,'limit':10}", UUID.randomUUID(), pair);
        left.hear("pulled");
        send(alice).expectBody().jsonPath("$.code").isEqualTo("unknown_conversation");
    }

    @Test
    void aCallNamesSomeConversationsAndNotTooMany() {
        for (int many : List.of(0, 501)) {
            forget(alice, true, Stream.generate(UUID::randomUUID).limit(many).toList())
                    .expectStatus()
                    .isEqualTo(422)
                    .expectBody()
                    .jsonPath("$.code")
                    .isEqualTo("invalid_field");
        }
    }

    private ResponseSpec send(Device device) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .build()
                .post()
                .uri("/v1/conversations/{conversation}/messages", pair)
                .headers(headers -> headers.setBearerAuth(neighbours.token(device)))
                .bodyValue(Map.of("id", UUID.randomUUID(), "content", Map.of("type", "text", "text", "once more")))
                .exchange();
    }

    private ResponseSpec forget(Device device, boolean erase, List<UUID> conversations) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + internal.number())
                .build()
                .post()
                .uri("/internal/v1/people/{user}/departure?erase={erase}", device.user(), erase)
                .header("Parley-Service-Credential", Neighbours.CREDENTIAL)
                .bodyValue(conversations)
                .exchange();
    }
}
