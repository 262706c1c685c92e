package app.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.api.Device;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What becomes of messages to broadcast lists, which may have more recipients than sends may be without an answer. */
@TestPropertySource(properties = {"parley.chat.send.unanswered=4", "parley.chat.socket.broadcasts=3"})
class BroadcastTest extends ChatTest {

    private static final String TEXT = "{'type':'text','text':'to all'}";

    private final Device[] alice = neighbours.user(2);
    private final Device bob = neighbours.user(1)[0];
    private final Device carol = neighbours.user(1)[0];

    private static void send(Client client, UUID id, UUID list, String content) {
        client.say("{'type':'send','id':'%s','to':{'broadcast':'%s'},'content':%s}", id, list, content);
    }

    private static UUID send(Client client, UUID list, String content) {
        UUID id = UUID.randomUUID();
        send(client, id, list, content);
        return id;
    }

    private UUID list(Device... recipients) {
        return neighbours.broadcast(
                alice[0], Stream.of(recipients).map(Device::user).toList());
    }

    private static Set<UUID> users(JsonNode of) {
        return of.valueStream()
                .map(each -> UUID.fromString(each.path("user").asString()))
                .collect(Collectors.toSet());
    }

    private static UUID conversation(JsonNode place) {
        return UUID.fromString(place.path("conversation").asString());
    }

    @Test
    void eachRecipientGetsAMessageLikeAnyOther() {
        Client sender = login(alice[0]);
        Client desktop = login(alice[1]);
        List<Client> recipients = List.of(login(bob), login(carol));

        UUID id = send(sender, list(bob, carol), TEXT);

        JsonNode answer = sender.hear("broadcasted");
        assertThat(answer.path("id").asString()).isEqualTo(id.toString());
        assertThat(users(answer.path("places"))).containsExactlyInAnyOrder(bob.user(), carol.user());
        assertThat(answer.path("skipped")).isEmpty();
        for (Client recipient : recipients) {
            JsonNode message = recipient.hear("message");
            assertThat(message.propertyNames())
                    .containsExactlyInAnyOrder("type", "conversation", "seq", "id", "from", "device", "at", "content");
            assertThat(message.path("id").asString()).isEqualTo(id.toString());
            assertThat(message.path("content").toString()).isEqualTo(TEXT.replace('\'', '"'));
            assertThat(answer.path("places").valueStream())
                    .anyMatch(place -> place.path("conversation").equals(message.path("conversation"))
                            && place.path("seq").equals(message.path("seq"))
                            && place.path("at").equals(message.path("at")));
        }
        desktop.hear(2, "message");
        assertThat(sender.all("accepted")).isEmpty();
        assertThat(sender.all("message")).isEmpty();
    }

    @Test
    void whoCannotBeWrittenToIsSkipped() {
        Device gone = new Device(UUID.randomUUID(), UUID.randomUUID());
        Device unloved = neighbours.user(1)[0];
        Device unloving = neighbours.user(1)[0];
        neighbours.block(alice[0], unloved);
        neighbours.block(unloving, alice[0]);
        Client sender = login(alice[0]);

        send(sender, list(gone, bob, unloved, unloving), TEXT);

        JsonNode answer = sender.hear("broadcasted");
        assertThat(users(answer.path("places"))).containsExactlyInAnyOrder(bob.user(), unloving.user());
        assertThat(answer.path("skipped")
                        .valueStream()
                        .map(each -> each.path("user").asString() + " "
                                + each.path("code").asString()))
                .containsExactlyInAnyOrder(gone.user() + " unknown_user", unloved.user() + " blocked");
    }

    @Test
    void theSameIdAgainHasTheSamePlaces() {
        Client sender = login(alice[0]);
        UUID list = list(bob, carol);
        UUID id = send(sender, list, TEXT);
        JsonNode first = sender.hear("broadcasted");

        send(sender, id, list, TEXT);

        JsonNode second = sender.hear(2, "broadcasted").getLast();
        assertThat(second.path("places").valueStream())
                .containsExactlyInAnyOrderElementsOf(first.path("places").values());
        assertThat(first.path("places").valueStream())
                .allSatisfy(place ->
                        assertThat(neighbours.store.log(conversation(place))).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"shards", "people", "conversations"})
    void whileANeighbourIsSilentItIsRefusedInTimeAndSentAgainItIsStoredOnce(String neighbour) {
        Client sender = login(alice[0]);
        UUID list = list(bob, carol);
        neighbours.silent.add(neighbour);
        UUID id = send(sender, list, TEXT);
        JsonNode error = sender.error("unavailable");
        assertThat(error.path("ref").asString()).isEqualTo(id.toString());
        assertThat(error.path("retryable").asBoolean()).isTrue();
        neighbours.speak();

        send(sender, id, list, TEXT);

        JsonNode answer = sender.hear("broadcasted");
        assertThat(users(answer.path("places"))).containsExactlyInAnyOrder(bob.user(), carol.user());
        assertThat(answer.path("places").valueStream())
                .allSatisfy(place ->
                        assertThat(neighbours.store.log(conversation(place))).hasSize(1));
    }

    @Test
    void whatReachedOnlySomeIsRefusedAndSentAgainReachesTheOthers() {
        Client sender = login(alice[0]);
        Client reached = login(bob);
        sender.say(
                "{'type':'send','id':'%s','to':{'user':'%s'},'content':{'type':'text','text':'before'}}",
                UUID.randomUUID(), bob.user());
        reached.hear("message");
        UUID list = list(bob, carol);
        neighbours.silent.add("devices");
        UUID id = send(sender, list, TEXT);
        sender.error("unavailable");
        reached.hear(2, "message");
        neighbours.speak();

        send(sender, id, list, TEXT);

        assertThat(sender.hear("broadcasted")
                        .path("places")
                        .valueStream()
                        .map(place -> place.path("user").asString() + " "
                                + place.path("seq").asLong()))
                .containsExactlyInAnyOrder(bob.user() + " 2", carol.user() + " 1");
        reached.hear(2, "message");
    }

    @Test
    void whoseListItIsNotSendsNothing() {
        Client stranger = login(bob);
        Client recipient = login(carol);
        UUID theirs = list(carol);

        UUID id = send(stranger, theirs, TEXT);
        assertThat(stranger.error("unknown_broadcast").path("ref").asString()).isEqualTo(id.toString());

        stranger.say(
                "{'type':'send','id':'%s','to':{'user':'%s'},'content':{'type':'text','text':'to one'}}",
                UUID.randomUUID(), carol.user());
        assertThat(recipient.hear("message").at("/content/text").asString()).isEqualTo("to one");
        assertThat(stranger.hear("accepted").path("seq").asLong()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'text','text':'x','replyTo':{'seq':1}}",
                "{'type':'text','text':'x','mentions':['0193a1c2-0000-7000-8000-000000000b0b']}",
                "{'type':'reaction','of':1,'emoji':'x'}",
                "{'type':'edit','of':1,'content':{'type':'text','text':'x'}}",
                "{'type':'delete','of':1}",
                "{'type':'vote','of':1,'options':[0]}",
                "{'type':'pin','of':1,'pinned':true}",
                "{'type':'timer','seconds':60}",
                "{'type':'group','change':'left'}"
            })
    void whatDoesNotStandByItselfIsRefused(String content) {
        Client sender = login(alice[0]);
        UUID id = send(sender, list(bob), content);
        JsonNode error = sender.error("invalid_field");
        assertThat(error.path("ref").asString()).isEqualTo(id.toString());
        assertThat(error.path("reason").asString()).startsWith("content");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'broadcast':'B','user':'B'", "'broadcast':'B','conversation':'B'", "'broadcast':'everybody'"})
    void whatItIsForIsSaidOnceAndById(String to) {
        Client sender = login(alice[0]);
        String target = to.replace("B", list(bob).toString());
        sender.say("{'type':'send','id':'%s','to':{%s},'content':%s}", UUID.randomUUID(), target, TEXT);
        assertThat(sender.error("invalid_field").path("reason").asString()).startsWith("to");
    }

    @Test
    void aTextOverTheLimitGoesToNobody() {
        Client sender = login(alice[0]);
        send(sender, list(bob), "{'type':'text','text':'" + "x".repeat(10_001) + "'}");
        sender.error("text_too_long");
        send(sender, list(bob), TEXT);
        assertThat(sender.hear("broadcasted").at("/places/0/seq").asLong()).isEqualTo(1);
    }

    @Test
    void aFullListIsReachedAndTheOtherSendsKeepTheirLimit() {
        Device[] everybody =
                Stream.generate(() -> neighbours.user(1)[0]).limit(256).toArray(Device[]::new);
        Client sender = login(alice[0]);

        UUID list = list(everybody);
        send(sender, list, TEXT);
        send(sender, list, TEXT);
        UUID conversation = neighbours.conversation(alice[0], bob);
        for (int i = 0; i < 4; i++) {
            sender.text(conversation, "meanwhile");
        }

        sender.hear(4, "accepted");
        List<JsonNode> answers = sender.hear(2, "broadcasted");
        for (int i = 0; i < 2; i++) {
            assertThat(users(answers.get(i).path("places"))).hasSize(256);
            long nth = i + 1L;
            assertThat(answers.get(i).path("places").valueStream())
                    .allMatch(place -> place.path("seq").asLong() == nth);
        }
        assertThat(sender.all("error")).isEmpty();
    }

    @Test
    void oneSendToListsIsUnderWayAndAFewWaitForTheirTurn() {
        Client sender = login(alice[0]);
        UUID list = list(bob);
        neighbours.silent.add("people");
        int askedBefore = neighbours.asked("people");
        List<UUID> taken =
                Stream.generate(() -> send(sender, list, TEXT)).limit(3).toList();
        UUID tooMany = send(sender, list, TEXT);
        JsonNode error = sender.error("rate_limited");
        assertThat(error.path("ref").asString()).isEqualTo(tooMany.toString());
        assertThat(error.path("retryable").asBoolean()).isTrue();
        assertThat(neighbours.asked("people") - askedBefore).isLessThanOrEqualTo(1);

        neighbours.speak();

        assertThat(sender.hear(3, "broadcasted"))
                .extracting(answer -> UUID.fromString(answer.path("id").asString()))
                .isEqualTo(taken);
        send(sender, tooMany, list, TEXT);
        assertThat(sender.hear(4, "broadcasted").getLast().at("/places/0/seq").asLong())
                .isEqualTo(4);
    }
}
