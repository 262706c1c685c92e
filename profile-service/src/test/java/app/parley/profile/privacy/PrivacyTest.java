package app.parley.profile.privacy;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ChatDouble;
import app.parley.profile.ChatDouble.Mood;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Look;
import app.parley.profile.api.Sight;
import java.net.URI;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TestPropertySource(properties = "parley.profile.news.patience=300ms")
class PrivacyTest extends ProfileServiceTest {

    private static final String PHOTO = "0193a1c2-0000-7000-8000-0000000000f0";
    private static final Sight EVERYTHING = new Sight(true, true, true, true);
    private static final Sight NOTHING = new Sight(false, false, false, false);

    @Autowired
    ChatDouble chat;

    private Person ada;
    private Person grace;

    @BeforeEach
    void twoPeople() {
        ada = client.register("ada");
        grace = client.register("grace");
    }

    @AfterEach
    void chatIsWell() {
        chat.calm();
    }

    private ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(URI.create(path)).exchange();
    }

    private ResponseSpec say(HttpMethod method, Person person, String path, Object body) {
        return client.as(person)
                .method(method)
                .uri(URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private ResponseSpec choose(Person person, Object change) {
        return say(HttpMethod.PATCH, person, "/v1/me/privacy", change);
    }

    private void block(Person person, Person other) {
        client.as(person)
                .put()
                .uri("/v1/blocks/" + other.id())
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    private void know(Person person, Person other) {
        say(HttpMethod.PUT, person, "/v1/contacts/" + other.id(), "{\"name\": null}")
                .expectStatus()
                .isOk();
    }

    private static Map<?, ?> body(ResponseSpec answer) {
        return answer.expectStatus().isOk().expectBody(Map.class).returnResult().getResponseBody();
    }

    /** What somebody sees of another, wherever people are shown. */
    private void expectSeen(Person viewer, Person seen, String about, String photo) {
        List<Map<?, ?>> views = List.of(
                body(get(viewer, "/v1/users/" + seen.id())), body(get(viewer, "/v1/users?handle=" + seen.handle())));
        assertThat(views).allSatisfy(view -> {
            assertThat(view.get("handle")).isEqualTo(seen.handle());
            assertThat(view.get("about")).isEqualTo(about);
            assertThat(view.get("photo")).isEqualTo(photo);
        });
    }

    private Sight sight(Person viewer, Person subject) {
        return client.api()
                .sights(List.of(new Look(viewer.id(), subject.id())))
                .block()
                .getFirst();
    }

    private void introduce(Person person) {
        say(HttpMethod.PATCH, person, "/v1/me", Map.of("about", " Poetical science ", "photo", PHOTO))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.about")
                .isEqualTo("Poetical science")
                .jsonPath("$.photo")
                .isEqualTo(PHOTO)
                .jsonPath("$.displayName")
                .isEqualTo("ada");
    }

    @Test
    void everythingIsShownUnlessSomebodyHasChosen() {
        assertThat(body(get(ada, "/v1/me/privacy")))
                .isEqualTo(Map.of(
                        "lastSeen", "everyone",
                        "online", "everyone",
                        "about", "everyone",
                        "photo", "everyone",
                        "readReceipts", "everyone",
                        "groups", "everyone"));
    }

    @Test
    void whatIsNotSaidStaysAsItIs() {
        choose(ada, "{\"about\": \"nobody\", \"photo\": null}").expectStatus().isOk();

        Map<?, ?> chosen = body(choose(ada, Map.of("lastSeen", "contacts")));

        assertThat(chosen.get("about")).isEqualTo("nobody");
        assertThat(chosen.get("lastSeen")).isEqualTo("contacts");
        assertThat(chosen.get("photo")).isEqualTo("everyone");
        assertThat(body(get(ada, "/v1/me/privacy"))).isEqualTo(chosen);
        assertThat(body(get(grace, "/v1/me/privacy")).get("about")).isEqualTo("everyone");
    }

    @Test
    void choicesAtOnceAreAllMade() throws Exception {
        List<Callable<Integer>> changes = Stream.of("lastSeen", "online", "about", "photo", "readReceipts", "groups")
                .<Callable<Integer>>map(attribute -> () -> choose(ada, Map.of(attribute, "nobody"))
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();

        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(devices.invokeAll(changes)).extracting(Future::resultNow).containsOnly(200);
        }

        assertThat(body(get(ada, "/v1/me/privacy")).values()).allMatch("nobody"::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"lastseen\": \"nobody\"}", "{\"about\": \"nobody\", \"birthday\": {\"of\": [1]}}"})
    void anAttributeThatThereIsNotIsRefused(String change) {
        expectProblem(choose(ada, change), HttpStatus.BAD_REQUEST, "unknown_attribute");
        assertThat(body(get(ada, "/v1/me/privacy")).get("about")).isEqualTo("everyone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"about\": \"Nobody\"}", "{\"about\": \"\"}", "{\"about\": 2}", "{\"about\": true}"})
    void aValueThatThereIsNotIsRefused(String change) {
        expectProblem(choose(ada, change), HttpStatus.BAD_REQUEST, "unknown_value");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{\"about\": {}}", "{\"about\""})
    void whatIsNoChoiceIsRefused(String change) {
        expectProblem(choose(ada, change), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void whoIsGoneHasNoPrivacy() {
        Person gone = new Person(UUID.randomUUID(), "gone");

        expectProblem(get(gone, "/v1/me/privacy"), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(choose(gone, Map.of("about", "nobody")), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void whatPeopleSayOfThemselvesIsShownAndTakenAway() {
        introduce(ada);
        expectSeen(grace, ada, "Poetical science", PHOTO);

        say(HttpMethod.PATCH, ada, "/v1/me", Map.of("about", "", "photo", ""))
                .expectStatus()
                .isOk();

        expectSeen(grace, ada, null, null);
        assertThat(body(get(ada, "/v1/me")).get("about")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "0193a1c2", "1-1-1-1-1"})
    void aPhotoIsAnId(String photo) {
        expectInvalid(say(HttpMethod.PATCH, ada, "/v1/me", Map.of("photo", photo)), "photo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "a\nb"})
    void whatPeopleSayOfThemselvesFollowsItsRule(String about) {
        expectInvalid(say(HttpMethod.PATCH, ada, "/v1/me", Map.of("about", about)), "about");
    }

    @Test
    void contactsAreWhomOneHasInOnesOwnBook() {
        introduce(ada);
        choose(ada, Map.of("about", "contacts", "photo", "contacts"));
        know(grace, ada);
        expectSeen(grace, ada, null, null);
        assertThat(body(get(grace, "/v1/contacts/" + ada.id())).get("about")).isNull();

        know(ada, grace);

        expectSeen(grace, ada, "Poetical science", PHOTO);
        expectSeen(ada, ada, "Poetical science", PHOTO);
        Map<?, ?> contact =
                (Map<?, ?>) ((List<?>) body(get(grace, "/v1/contacts")).get("contacts")).getFirst();
        assertThat(contact.get("about")).isEqualTo("Poetical science");
        assertThat(contact.get("photo")).isEqualTo(PHOTO);
    }

    @Test
    void aBlockHidesBothFromEachOther() {
        introduce(ada);
        say(HttpMethod.PATCH, grace, "/v1/me", Map.of("about", "Nanoseconds"));

        block(grace, ada);

        expectSeen(grace, ada, null, null);
        expectSeen(ada, grace, null, null);
        assertThat(sight(ada, grace)).isEqualTo(NOTHING);
        assertThat(sight(grace, ada)).isEqualTo(NOTHING);
    }

    @Test
    void otherServicesAskForManyPairs() {
        Person mary = client.register("mary");
        choose(ada, Map.of("readReceipts", "nobody", "lastSeen", "contacts"));
        know(ada, grace);
        block(mary, grace);

        List<Sight> sights = client.api()
                .sights(List.of(
                        new Look(grace.id(), ada.id()),
                        new Look(ada.id(), grace.id()),
                        new Look(mary.id(), ada.id()),
                        new Look(grace.id(), mary.id()),
                        new Look(ada.id(), ada.id()),
                        new Look(grace.id(), ada.id())))
                .block();

        assertThat(sights)
                .containsExactly(
                        new Sight(true, true, false, true),
                        new Sight(true, true, false, true),
                        new Sight(false, true, false, true),
                        NOTHING,
                        EVERYTHING,
                        new Sight(true, true, false, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[null]", "[{}]", "[{\"viewer\": \"0193a1c2-0000-7000-8000-0000000000f0\"}]"})
    void otherServicesAskForSomething(String looks) {
        expectProblem(sights(looks), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void otherServicesDoNotAskForTooMany() {
        Map<String, Object> look = Map.of("viewer", ada.id(), "subject", grace.id());

        sights(Collections.nCopies(500, look)).expectStatus().isOk();
        expectProblem(sights(Collections.nCopies(501, look)), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    private ResponseSpec sights(Object looks) {
        return client.internal()
                .post()
                .uri("/internal/v1/sights")
                .contentType(MediaType.APPLICATION_JSON)
                .body(looks)
                .exchange();
    }

    @Test
    void chatServiceHearsOfWhateverChangesBeforeItIsAnswered() {
        choose(ada, Map.of("about", "nobody"));
        assertThat(chat.toldOf(ada.id())).containsExactly(Set.of(ada.id()));

        block(ada, grace);
        block(ada, grace);
        assertThat(chat.toldOf(ada.id())).hasSize(2).endsWith(Set.of(ada.id(), grace.id()));

        client.as(ada).delete().uri("/v1/blocks/" + grace.id()).exchange();
        client.as(ada).delete().uri("/v1/blocks/" + grace.id()).exchange();
        assertThat(chat.toldOf(ada.id())).hasSize(3).endsWith(Set.of(ada.id(), grace.id()));

        know(grace, ada);
        know(grace, ada);
        client.as(grace).delete().uri("/v1/contacts/" + ada.id()).exchange();
        client.as(grace).delete().uri("/v1/contacts/" + ada.id()).exchange();
        assertThat(chat.toldOf(grace.id())).hasSize(4).endsWith(Set.of(grace.id()), Set.of(grace.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNAVAILABLE", "SILENT"})
    void aChangeHoldsAlsoIfChatServiceDoesNotHearOfIt(Mood mood) {
        chat.mood(mood);

        assertThat(body(choose(ada, Map.of("online", "nobody"))).get("online")).isEqualTo("nobody");

        assertThat(sight(grace, ada)).isEqualTo(new Sight(false, false, true, true));
        assertThat(chat.toldOf(ada.id())).isEmpty();
    }

    @Test
    void whoForbidsItIsNotAddedToGroupsAndMayJoinThem() {
        choose(ada, Map.of("groups", "contacts"));
        Person mary = client.register("mary");
        block(mary, grace);

        expectForbidden(found(grace, ada, mary), ada, mary);
        String group = (String) found(grace)
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id");
        String members = "/v1/conversations/" + group + "/members";
        expectForbidden(say(HttpMethod.POST, grace, members, Map.of("users", ids(ada, mary))), ada, mary);

        know(ada, grace);
        assertThat((List<?>) body(say(HttpMethod.POST, grace, members, Map.of("users", ids(ada))))
                        .get("members"))
                .hasSize(1);

        String code = (String) say(HttpMethod.POST, grace, "/v1/conversations/" + group + "/invites", Map.of())
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("code");
        say(HttpMethod.POST, mary, "/v1/invites/" + code, "").expectStatus().isOk();
    }

    @Test
    void membersSeeOfEachOtherWhatTheyMay() {
        introduce(ada);
        String group = (String) found(grace, ada)
                .expectStatus()
                .isCreated()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody()
                .get("id");
        String members = "/v1/conversations/" + group + "/members";
        assertThat(member(body(get(grace, members)), ada))
                .containsEntry("about", "Poetical science")
                .containsEntry("photo", PHOTO);

        choose(ada, Map.of("about", "nobody"));
        assertThat(member(body(get(grace, members)), ada))
                .containsEntry("photo", PHOTO)
                .containsEntry("about", null);

        block(ada, grace);
        assertThat(member(body(get(grace, members)), ada))
                .containsEntry("photo", null)
                .containsEntry("about", null);
    }

    private static Map<String, Object> member(Map<?, ?> page, Person person) {
        Map<String, Object> found = new HashMap<>();
        ((List<?>) page.get("members"))
                .stream()
                        .map(member -> (Map<?, ?>) member)
                        .filter(member -> person.id().toString().equals(member.get("user")))
                        .forEach(member -> member.forEach((field, value) -> found.put((String) field, value)));
        return found;
    }

    private ResponseSpec found(Person owner, Person... members) {
        return say(HttpMethod.POST, owner, "/v1/conversations", Map.of("name", "Engine", "members", ids(members)));
    }

    private static List<String> ids(Person... people) {
        return Arrays.stream(people)
                .map(person -> person.id().toString())
                .sorted()
                .toList();
    }

    private static void expectForbidden(ResponseSpec answer, Person... people) {
        answer.expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("forbids_being_added")
                .jsonPath("$.users")
                .isEqualTo(ids(people));
    }
}
