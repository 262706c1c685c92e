package app.parley.profile.personal;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class BroadcastsTest extends PersonalTest {

    @Test
    void aListIsItsOwnersAlone() {
        Person mary = client.register("mary");

        Map<String, Object> made = made(ada, " Engineers ", mary, grace, grace);

        assertThat(made)
                .containsEntry("type", "broadcast")
                .containsEntry("version", 1)
                .containsEntry("name", "Engineers")
                .containsEntry("recipients", ids(grace, mary));
        assertThat(body(get(ada, "/v1/broadcasts/" + made.get("id")))).isEqualTo(made);
        assertThat(lists(ada)).containsExactly(made);
        assertThat(part(ada, "").changes()).containsExactly(made);
        assertThat(lists(grace)).isEmpty();
        expectProblem(get(grace, "/v1/broadcasts/" + made.get("id")), HttpStatus.NOT_FOUND, "unknown_broadcast");
        expectProblem(change(grace, made.get("id"), Map.of("name", "Mine")), HttpStatus.NOT_FOUND, "unknown_broadcast");
    }

    @Test
    void otherServicesLearnTheRecipientsOfItsOwnersListOnly() {
        UUID id = UUID.fromString((String) made(ada, "Engineers", grace).get("id"));

        assertThat(client.api().recipients(ada.id(), id).block()).containsExactly(grace.id());
        expectProblem(
                client.internal()
                        .get()
                        .uri("/internal/v1/people/{user}/broadcasts/{id}/recipients", grace.id(), id)
                        .exchange(),
                HttpStatus.NOT_FOUND,
                "unknown_broadcast");
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        Person mary = client.register("mary");
        Object id = made(ada, "Engineers", grace).get("id");

        Map<String, Object> renamed =
                body(change(ada, id, Map.of("name", "Everybody")).expectStatus().isOk());
        Map<String, Object> others = body(
                change(ada, id, Map.of("recipients", ids(mary))).expectStatus().isOk());

        assertThat(renamed).containsEntry("recipients", ids(grace));
        assertThat(others).containsEntry("name", "Everybody").containsEntry("recipients", ids(mary));
        assertThat(body(change(ada, id, Map.of("name", "Everybody")))).isEqualTo(others);
        assertThat(part(ada, "").changes()).containsExactly(others);
    }

    @Test
    void aListThatIsRemovedIsGoneAndDevicesHearOfIt() {
        Object id = made(ada, "Engineers", grace).get("id");
        Part before = part(ada, "");

        delete(grace, "/v1/broadcasts/" + id).expectStatus().isNoContent();
        assertThat(lists(ada)).hasSize(1);
        delete(ada, "/v1/broadcasts/" + id).expectStatus().isNoContent();
        delete(ada, "/v1/broadcasts/" + id).expectStatus().isNoContent();

        assertThat(lists(ada)).isEmpty();
        expectProblem(change(ada, id, Map.of("name", "Back")), HttpStatus.NOT_FOUND, "unknown_broadcast");
        Part part = part(ada, "?cursor=" + before.cursor());
        assertThat(part.version()).isEqualTo(2);
        assertThat(part.changes())
                .singleElement()
                .satisfies(change -> assertThat(change)
                        .containsEntry("id", id)
                        .containsEntry("name", null)
                        .containsEntry("recipients", List.of()));
    }

    @Test
    void whatIsLongGoneIsForgottenAndWhoDidNotHearOfItBeginsAnew() {
        made(ada, "Engineers", grace);
        Part before = part(ada, "");

        for (int i = 0; i < 4; i++) {
            delete(ada, "/v1/broadcasts/" + made(ada, "Engineers", grace).get("id"));
        }

        assertThat(part(ada, "").changes()).hasSize(1 + 3);
        assertThat(part(ada, "?cursor=" + before.cursor()).reset()).isTrue();
    }

    @Test
    void noMoreAreMadeThanMayBe() throws InterruptedException {
        List<Integer> answers = atOnce(IntStream.range(0, 6)
                .<Callable<ResponseSpec>>mapToObj(i -> () -> make(ada, "List " + i, ids(grace)))
                .toList());

        assertThat(answers).containsOnly(201, 409);
        assertThat(lists(ada)).hasSize(2);
        expectProblem(make(ada, "One more", ids(grace)), HttpStatus.CONFLICT, "too_many_broadcasts");
    }

    @Test
    void whoDoesNotExistIsNamed() {
        UUID nobody = UUID.randomUUID();

        make(ada, "Engineers", List.of(grace.id(), nobody))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("unknown_user")
                .jsonPath("$.users")
                .isEqualTo(List.of(nobody.toString()));
        assertThat(part(ada, "").version()).isZero();
    }

    @Test
    void nobodyIsOnTheirOwnList() {
        expectProblem(make(ada, "Myself", ids(ada)), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void whoseOwnAccountIsGoneMakesNone() {
        expectProblem(
                make(new Person(UUID.randomUUID(), "gone"), "Engineers", ids(grace)),
                HttpStatus.NOT_FOUND,
                "unknown_user");
    }

    @Test
    void aListHasOneToTwoHundredAndFiftySixRecipients() {
        List<UUID> many = Stream.generate(UUID::randomUUID).limit(257).toList();

        expectInvalid(make(ada, "Many", many), "recipients");
        expectInvalid(make(ada, "None", List.of()), "recipients");
        expectInvalid(make(ada, " ", ids(grace)), "name");
        Object id = made(ada, "Engineers", grace).get("id");
        expectInvalid(change(ada, id, Map.of("recipients", many)), "recipients");
        expectInvalid(change(ada, id, Map.of("recipients", List.of())), "recipients");
        expectInvalid(change(ada, id, Map.of("name", "")), "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"name\": \"x\"}", "{\"name\": \"x\", \"recipients\": [null]}"})
    void whatIsNoListIsInvalid(String request) {
        expectProblem(
                send(HttpMethod.POST, ada, "/v1/broadcasts", request),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    private ResponseSpec make(Person owner, String name, List<?> recipients) {
        return send(HttpMethod.POST, owner, "/v1/broadcasts", Map.of("name", name, "recipients", recipients));
    }

    private Map<String, Object> made(Person owner, String name, Person... recipients) {
        return body(make(owner, name, Stream.of(recipients).map(Person::id).toList())
                .expectStatus()
                .isCreated());
    }

    private ResponseSpec change(Person owner, Object id, Object change) {
        return send(HttpMethod.PATCH, owner, "/v1/broadcasts/" + id, change);
    }

    private List<Map<String, Object>> lists(Person owner) {
        return list(body(get(owner, "/v1/broadcasts").expectStatus().isOk()), "broadcasts");
    }

    private static List<String> ids(Person... people) {
        return Stream.of(people).map(Person::id).sorted().map(UUID::toString).toList();
    }
}
