package app.parley.e2e;

import static app.parley.e2e.People.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.e2e.People.Person;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Alice writes to her neighbours at once, and none of them can tell. */
@ExtendWith(Suite.class)
class BroadcastTest {

    private final People people;
    private Person alice;
    private Person bob;
    private Person carol;
    private Person dave;

    BroadcastTest(Suite.Running suite) {
        this.people = new People(suite.api());
    }

    @BeforeEach
    void meet() {
        alice = people.person("alice");
        bob = people.person("bob");
        carol = people.person("carol");
        dave = people.person("dave");
    }

    @AfterEach
    void disconnect() {
        people.close();
    }

    @Test
    void everybodyGetsItOnEveryDeviceAndAnswersAliceAlone() {
        UUID withBob = alice.phone().send(bob.account().id(), "before").conversation();
        UUID list = list(bob, carol, dave);
        UUID id = UUID.randomUUID();

        Map<String, JsonNode> places = places(broadcast(alice.phone(), id, list, 1));

        assertThat(places).containsOnlyKeys(bob.id(), carol.id(), dave.id());
        assertThat(conversation(places.get(bob.id()))).isEqualTo(withBob);
        for (Person recipient : List.of(bob, carol, dave)) {
            JsonNode place = places.get(recipient.id());
            long seq = place.path("seq").asLong();
            assertThat(seq).isEqualTo(recipient == bob ? 2 : 1);
            for (Device device : List.of(recipient.phone(), recipient.desktop(), alice.desktop())) {
                device.awaitMessages(conversation(place), seq);
                assertThat(device.log(conversation(place)).messages().get(seq).propertyNames())
                        .containsExactlyInAnyOrder(
                                "type", "conversation", "seq", "id", "from", "device", "at", "content");
            }
        }
        assertThat(places(broadcast(alice.phone(), id, list, 2))).isEqualTo(places);

        bob.phone().say(withBob, "thanks");
        alice.phone().awaitMessages(withBob, 3);
        alice.desktop().awaitMessages(withBob, 3);
        alice.phone().say(conversation(places.get(carol.id())), "and you?");
        carol.desktop().awaitMessages(conversation(places.get(carol.id())), 2);
        assertThat(carol.desktop().texts(conversation(places.get(carol.id())))).containsExactly("to all", "and you?");
        assertThat(carol.desktop().texts(withBob)).isEmpty();
    }

    @Test
    void blocksHoldAndAChangedListCountsForTheNextMessage() {
        UUID list = list(bob, dave);
        block(alice, bob);
        block(dave, alice);

        JsonNode answer = broadcast(alice.phone(), UUID.randomUUID(), list, 1);

        assertThat(places(answer)).containsOnlyKeys(dave.id());
        assertThat(answer.path("skipped")).hasSize(1);
        assertThat(answer.at("/skipped/0/user").asString()).isEqualTo(bob.id());
        assertThat(answer.at("/skipped/0/code").asString()).isEqualTo("blocked");

        expect(200, "PATCH", "/v1/broadcasts/" + list, Map.of("recipients", List.of(carol.id(), bob.id(), dave.id())));
        expect(204, "DELETE", "/v1/blocks/" + bob.id(), null);
        JsonNode next = broadcast(alice.phone(), UUID.randomUUID(), list, 2);

        assertThat(places(next)).containsOnlyKeys(bob.id(), carol.id(), dave.id());
        for (Person recipient : List.of(bob, carol)) {
            UUID conversation = conversation(places(next).get(recipient.id()));
            recipient.desktop().awaitMessages(conversation, 1);
        }
        UUID withDave = conversation(places(next).get(dave.id()));
        alice.desktop().awaitMessages(withDave, 2);
        assertThat(people.get(dave, People.path(withDave, "/messages")).json().path("messages"))
                .isEmpty();
    }

    @Test
    void aListThatIsNotOnesOwnOrIsGoneReachesNobody() {
        UUID list = list(carol);

        assertThat(refusal(() -> send(bob.phone(), list))).isEqualTo("unknown_broadcast");
        expect(204, "DELETE", "/v1/broadcasts/" + list, null);
        assertThat(refusal(() -> send(alice.phone(), list))).isEqualTo("unknown_broadcast");

        alice.phone().send(carol.account().id(), "to one");
        carol.phone().awaitFrame("message");
        assertThat(carol.phone().frames())
                .filteredOn(frame -> frame.path("type").asString().equals("message"))
                .extracting(message -> message.at("/content/text").asString())
                .containsExactly("to one");
    }

    private UUID list(Person... recipients) {
        JsonNode made = people.call(
                        alice,
                        "POST",
                        "/v1/broadcasts",
                        Map.of(
                                "name",
                                "Neighbours",
                                "recipients",
                                Stream.of(recipients).map(Person::id).toList()))
                .json();
        return UUID.fromString(made.path("id").asString());
    }

    /** Sends, and gives the answer, which is this device's nth. */
    private static JsonNode broadcast(Device device, UUID id, UUID list, int nth) {
        device.write(Map.of(
                "type",
                "send",
                "id",
                id,
                "to",
                Map.of("broadcast", list),
                "content",
                Map.of("type", "text", "text", "to all")));
        device.awaitFrame("broadcasted", frame -> broadcasted(device).size() == nth);
        return broadcasted(device).getLast();
    }

    private static List<JsonNode> broadcasted(Device device) {
        return device.frames().stream()
                .filter(frame -> frame.path("type").asString().equals("broadcasted"))
                .toList();
    }

    private static void send(Device device, UUID list) {
        Device.result(device.sending(UUID.randomUUID(), Map.of("broadcast", list.toString()), "to all"));
    }

    /** By recipient. */
    private static Map<String, JsonNode> places(JsonNode answer) {
        Map<String, JsonNode> places = new TreeMap<>();
        answer.path("places").forEach(place -> places.put(place.path("user").asString(), place));
        return places;
    }

    private static UUID conversation(JsonNode place) {
        return UUID.fromString(place.path("conversation").asString());
    }

    private void block(Person by, Person whom) {
        assertThat(people.call(by, "PUT", "/v1/blocks/" + whom.id(), null).status())
                .isLessThan(300);
    }

    private void expect(int status, String method, String path, Object body) {
        assertThat(people.call(alice, method, path, body).status()).isEqualTo(status);
    }
}
