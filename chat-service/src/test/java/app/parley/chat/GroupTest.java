package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import app.parley.presence.api.DevicesChanged;
import app.parley.service.port.InternalPort;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** What is said in groups, and how their changes come into the log. */
class GroupTest extends ChatTest {

    private final Device[] alice = neighbours.user(2);
    private final Device[] bob = neighbours.user(1);
    private final Device[] carol = neighbours.user(1);
    private final UUID group = neighbours.group(alice[0], bob[0], carol[0]);

    @Autowired
    private InternalPort internal;

    @Test
    void aChangeIsInTheLogAndToldBeforeItsAnnouncementIsAnswered() {
        Client phone = login(alice[0]);
        Client recipient = login(bob[0]);

        announce(1).expectStatus().isOk();

        assertThat(neighbours.store.version(group)).isEqualTo(1);
        for (Client client : List.of(phone, recipient)) {
            JsonNode told = client.hear("message");
            assertThat(told.path("seq").asLong()).isEqualTo(1);
            assertThat(told.path("content").path("type").asString()).isEqualTo("group");
            assertThat(told.path("from").asString()).isEqualTo(alice[0].user().toString());
            assertThat(told.has("device")).isFalse();
        }
    }

    @Test
    void anAnnouncementMayComeAgainLateOrOutOfOrder() {
        neighbours.change(group, List.of(), List.of(carol[0]), "left");
        neighbours.change(group, List.of(carol[0]), List.of(), "joined");
        neighbours.change(group, List.of(), List.of(), "info");

        announce(4).expectStatus().isOk();
        announce(2).expectStatus().isOk();
        announce(4).expectStatus().isOk();

        assertThat(neighbours.store.version(group)).isEqualTo(4);
        assertThat(neighbours.store.messages(group, alice[0].user(), 0L, null, 10))
                .extracting(message -> message.content().replaceAll(".*change\":\"|\"}", ""))
                .containsExactly("created", "left", "joined", "info");
    }

    @Test
    void whoJoinsLaterDoesNotHearOfEarlierChangesAndWhoLeavesHearsThat() {
        Device[] dave = neighbours.user(1);
        Client newcomer = login(dave[0]);
        Client leaver = login(bob[0]);
        neighbours.change(group, List.of(), List.of(bob[0]), "left");
        neighbours.change(group, List.of(dave[0]), List.of(), "joined");

        announce(3).expectStatus().isOk();

        assertThat(newcomer.hear("message").path("seq").asLong()).isEqualTo(3);
        leaver.hear(2, "message");
        login(alice[0]).hear(3, "message");
        assertThat(newcomer.places(group)).containsExactly(3L);
        assertThat(leaver.places(group)).containsExactly(1L, 2L);
    }

    @Test
    void aMessageToAGroupWhoseLogIsBehindBringsItUpToDateFirst() {
        Client sender = login(alice[0]);
        Client recipient = login(bob[0]);

        sender.text(group, "hello");

        assertThat(sender.hear("accepted").path("seq").asLong()).isEqualTo(2);
        recipient.hear(2, "message");
        assertThat(recipient.places(group)).containsExactly(1L, 2L);
    }

    @Test
    void theVeryNextMessageDoesNotReachWhoWasRemoved() {
        Client sender = login(alice[0]);
        Client removed = login(carol[0]);
        Client recipient = login(bob[0]);
        sender.text(group, "before");
        removed.hear(2, "message");
        announceElsewhere(neighbours.change(group, List.of(), List.of(carol[0]), "removed"));

        sender.text(group, "after");

        assertThat(sender.hear(2, "accepted").getLast().path("seq").asLong()).isEqualTo(4);
        recipient.hear(4, "message");
        removed.text(group, "I am still here");
        assertThat(removed.hear("error").path("code").asString()).isEqualTo("unknown_conversation");
        assertThat(removed.places(group)).doesNotContain(4L);
    }

    @Test
    void theOrderOfWhatIsSentIsKeptWhileTheGroupChanges() {
        Client sender = login(alice[0]);
        sender.text(group, "0");
        sender.hear("accepted");
        Device[] dave = neighbours.user(1);

        for (int i = 1; i <= 300; i++) {
            if (i % 50 == 0) {
                neighbours.change(group, List.of(dave[0]), List.of(), "joined");
                announceElsewhere(neighbours.change(group, List.of(), List.of(dave[0]), "left"));
            }
            sender.text(group, Integer.toString(i));
        }

        sender.hear(301, "accepted");
        assertThat(neighbours.store.messages(group, alice[0].user(), 0L, null, 1000).stream()
                        .map(message -> message.content())
                        .filter(content -> content.contains("text"))
                        .map(content -> Integer.parseInt(content.replaceAll("\\D", ""))))
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 300).boxed().toList());
    }

    @Test
    void whereOnlyAdminsSendTheOthersAreRefused() {
        announce(1).expectStatus().isOk();
        neighbours.onlySender(group, alice[0]);
        announceElsewhere(neighbours.change(group, List.of(), List.of(), "settings"));
        Client admin = login(alice[0]);
        Client member = login(bob[0]);

        admin.text(group, "hear ye");
        admin.hear("accepted");
        await().untilAsserted(() -> {
            member.text(group, "but");
            assertThat(member.all("error"))
                    .extracting(error -> error.path("code").asString())
                    .contains("not_an_admin");
        });
    }

    @Test
    void receiptsOfAGroupSayHowFarEverybodyIs() {
        Client sender = login(alice[0]);
        Client another = login(alice[1]);
        Client recipient = login(bob[0]);
        Client last = login(carol[0]);
        sender.text(group, "hello");
        sender.hear("accepted");
        sender.ack(group, 2);
        recipient.hear(2, "message");
        recipient.say("{'type':'read','conversation':'%s','seq':2}", group);
        last.hear(2, "message");
        last.ack(group, 2);

        JsonNode receipt = sender.hear("receipt");
        assertThat(receipt.has("user")).isFalse();
        assertThat(receipt.path("delivered").asLong()).isEqualTo(2);
        assertThat(receipt.path("read").asLong()).isZero();
        await().untilAsserted(() -> assertThat(another.all("receipt"))
                .extracting(heard -> heard.path("user").asString(""))
                .containsExactlyInAnyOrder(alice[0].user().toString(), ""));
    }

    @Test
    void theListOfItsAudienceGoesWithAMessageOnlyIfTheLogDoesNotKnowIt() {
        Client sender = login(alice[0]);
        sender.text(group, "0");
        sender.hear("accepted");
        int before = neighbours.store.lists();

        for (int i = 1; i <= 20; i++) {
            sender.text(group, Integer.toString(i));
            sender.hear(i + 1, "accepted");
        }
        assertThat(neighbours.store.lists()).isEqualTo(before);

        neighbours.versions.put(bob[0].user(), 2L);
        tell(new DevicesChanged(List.of(bob[0].user()), List.of(bob[0].user()), List.of()));
        await().untilAsserted(() -> {
            sender.text(group, "more");
            assertThat(neighbours.store.lists()).isGreaterThan(before);
        });
    }

    @Test
    void noClientSaysWhatOnlyTheServerSays() {
        Client sender = login(alice[0]);
        sender.say(
                "{'type':'send','id':'%s','to':{'conversation':'%s'},'content':{'type':'group','change':'removed'}}",
                UUID.randomUUID(), group);

        assertThat(sender.hear("error").path("code").asString()).isEqualTo("invalid_field");
    }

    @Test
    void whatIsNotKnownYetIsUnavailable() {
        announce(7)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unavailable");
    }

    private WebTestClient.ResponseSpec announce(long version) {
        return announce(version, internal.number());
    }

    private WebTestClient.ResponseSpec announce(long version, int port) {
        return WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Parley-Service-Credential", Neighbours.CREDENTIAL)
                .build()
                .post()
                .uri("/internal/v1/conversations/" + group + "/changes?version=" + version)
                .exchange();
    }

    /** Another node brings the change into the log, and this one does not hear of it. */
    private void announceElsewhere(long version) {
        LongStream.rangeClosed(neighbours.store.version(group) + 1, version)
                .forEach(_ -> neighbours.bringOneChange(group));
    }
}
