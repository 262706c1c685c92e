package app.parley.profile.departure;

import static app.parley.profile.ProfileClient.PASSWORD;
import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.profile.ChatDouble;
import app.parley.profile.ChatDouble.Forgotten;
import app.parley.profile.ChatDouble.Mood;
import app.parley.profile.CodeReceiver;
import app.parley.profile.PresenceDouble;
import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.api.Conversation;
import app.parley.profile.api.Credentials;
import app.parley.profile.api.GroupChange;
import app.parley.profile.api.OwnConversation;
import app.parley.profile.api.Pair;
import app.parley.profile.api.SignInAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Ada closes her account; Grace and Mary know her. */
class DepartureTest extends ProfileServiceTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final UUID NOBODY = new UUID(0, 0);

    @Autowired
    private ChatDouble chat;

    @Autowired
    private PresenceDouble presence;

    @Autowired
    private CodeReceiver receiver;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private Departures departures;

    private Person ada;
    private Person grace;
    private Person mary;

    @BeforeEach
    void threePeople() {
        ada = client.register("ada");
        grace = client.register("grace");
        mary = client.register("mary");
    }

    @AfterEach
    void calm() {
        chat.calm();
        presence.calm();
    }

    @Test
    void nothingOfAnAccountThatIsClosedIsLeft() {
        String email = "ada-" + ada.id() + "@example.org";
        verify(ada, email);
        UUID pair = talked(ada, grace);
        UUID own = group(ada, grace, mary);
        UUID other = group(grace, ada);
        UUID left = group(grace, ada, mary);
        call(HttpMethod.DELETE, ada, "/v1/conversations/" + left + "/members/" + ada.id(), null)
                .expectStatus()
                .isNoContent();
        UUID alone = group(ada);
        keepEverything(pair, own);
        assertThat(holding(ada.id().toString())).contains("contact", "group_change", "group_invite", "broadcast_list");

        close(ada, PASSWORD).expectStatus().isAccepted();

        awaitGone(ada);
        assertThat(Stream.of(
                                ada.id().toString(),
                                hex(ada.id()),
                                ada.handle(),
                                email,
                                "a draft of hers",
                                "Ada's friend",
                                "The countess")
                        .flatMap(text -> holding(text).stream()))
                .isEmpty();
        assertThat(presence.asked(ada.id())).isEqualTo(3);
        assertThat(chat.forgotten(ada.id())).allMatch(Forgotten::erase);
        String forgotten = chat.forgotten(ada.id()).toString();
        assertThat(List.of(pair, own, other, left, alone))
                .allMatch(conversation -> forgotten.contains(conversation.toString()));
        assertThat(client.api().conversations(List.of(alone)).block()).containsOnlyNulls();
    }

    @Test
    void nobodyFindsTheAccountFromTheAnswerOnWhateverIsLeftOfIt() {
        presence.fail(_ -> true);
        UUID pair = talked(ada, grace);
        call(HttpMethod.PUT, grace, "/v1/contacts/" + ada.id(), Map.of("name", "The countess"))
                .expectStatus()
                .is2xxSuccessful();

        close(ada, PASSWORD).expectStatus().isAccepted();

        assertThat(holding(ada.handle())).containsExactly("account");
        expectProblem(get(grace, "/v1/users/" + ada.id()), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(get(grace, "/v1/users?handle=" + ada.handle()), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(get(ada, "/v1/me"), HttpStatus.NOT_FOUND, "unknown_user");
        expectProblem(close(ada, PASSWORD), HttpStatus.NOT_FOUND, "unknown_user");
        assertThat(json(get(grace, "/v1/contacts")).path("contacts")).isEmpty();
        assertThat(client.api()
                        .verify(new Credentials(ada.handle(), PASSWORD))
                        .onErrorResume(WebClientResponseException.Unauthorized.class, _ -> Mono.empty())
                        .blockOptional())
                .isEmpty();
        assertThat(client.api()
                        .direct(List.of(new Pair(ada.id(), mary.id()), new Pair(grace.id(), ada.id())))
                        .block())
                .containsOnlyNulls();
        assertThat(status(newGroup(grace, ada))).isEqualTo(422);
        assertThat(client.api().conversations(List.of(pair)).block())
                .extracting(Conversation::members)
                .containsExactly(List.of(grace.id()));
        expectProblem(client.register(ada.handle(), PASSWORD, "Ada"), HttpStatus.CONFLICT, "handle_taken");

        presence.calm();
        awaitGone(ada);
        client.register(ada.handle(), PASSWORD, "Another").expectStatus().isCreated();
    }

    @Test
    void theOtherKeepsWhatTheTwoHave() {
        UUID pair = talked(ada, grace);

        close(ada, PASSWORD).expectStatus().isAccepted();
        awaitGone(ada);

        assertThat(json(get(grace, "/v1/conversations/" + pair)).path("members"))
                .extracting(JsonNode::asString)
                .containsExactly(grace.id().toString());
        assertThat(client.api().conversationsOf(grace.id()).block())
                .filteredOn(conversation -> conversation.id().equals(pair))
                .extracting(OwnConversation::other)
                .containsOnlyNulls();

        close(grace, PASSWORD).expectStatus().isAccepted();
        awaitGone(grace);
        assertThat(client.api().conversations(List.of(pair)).block()).containsOnlyNulls();
    }

    @Test
    void aGroupOfHersGoesToTheAdminWhoIsInItLongestAndItsLogTellsSo() {
        UUID group = group(ada, grace);
        add(ada, group, mary);
        call(HttpMethod.PUT, ada, member(group, mary) + "/role", Map.of("role", "admin"))
                .expectStatus()
                .isOk();

        close(ada, PASSWORD).expectStatus().isAccepted();
        awaitGone(ada);

        assertThat(json(get(mary, "/v1/conversations/" + group)).path("role").asString())
                .isEqualTo("owner");
        List<GroupChange> changes = client.api().changes(group, 3).block();
        assertThat(changes).extracting(GroupChange::actor).containsOnly(NOBODY);
        assertThat(changes.getFirst().content()).contains("\"owner\"", mary.id().toString());
        assertThat(changes.getLast().content()).contains("\"left\"", NOBODY.toString());
        assertThat(changes.getLast().left()).containsExactly(NOBODY);
        assertThat(chat.told(group)).contains(changes.getLast().version());
    }

    @Test
    void withoutAnotherAdminItGoesToTheMemberWhoIsInItLongest() {
        UUID group = group(ada, grace);
        add(ada, group, mary);

        close(ada, PASSWORD).expectStatus().isAccepted();
        awaitGone(ada);

        assertThat(json(get(grace, "/v1/conversations/" + group)).path("role").asString())
                .isEqualTo("owner");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void whereverPresenceServiceFailsItIsGoneOnWith(int call) {
        UUID group = group(ada, grace);
        presence.fail(number -> number == call);

        close(ada, PASSWORD).expectStatus().isAccepted();

        awaitGone(ada);
        assertThat(holding(ada.id().toString())).isEmpty();
        assertThat(client.api().conversations(List.of(group)).block().getFirst().members())
                .containsExactly(grace.id());
    }

    @Test
    void nothingIsDeletedThatALogStillHasToTellOrToForget() {
        UUID group = group(ada, grace);
        chat.mood(Mood.UNAVAILABLE);

        close(ada, PASSWORD).expectStatus().isAccepted();
        await().atMost(SOON).until(() -> presence.asked(ada.id()) > 3);

        assertThat(holding(ada.id().toString())).contains("account", "departure", "departure_log", "group_change");
        assertThat(client.api().changes(group, 1).block().getLast().actor()).isEqualTo(ada.id());
        chat.calm();
        awaitGone(ada);
        assertThat(holding(ada.id().toString())).isEmpty();
    }

    /** As if an instance had died after each of its steps, and as if two did the same at once. */
    @Test
    void eachStepMayBeLeftUndoneOrDoneTwice() {
        presence.fail(_ -> true);
        UUID pair = talked(ada, grace);
        UUID group = group(ada, grace);
        close(ada, PASSWORD).expectStatus().isAccepted();
        assertThat(departures.end(ada.id())).as("a member is held fast").isFalse();

        departures.noteGroups(ada.id());
        departures.noteGroups(ada.id());
        departures.leavePairs(ada.id());
        assertThat(departures.logs(ada.id(), 10)).containsExactlyInAnyOrder(pair, group);
        departures.forgotten(ada.id(), List.of(pair));
        departures.forgotten(ada.id(), List.of(pair));
        assertThat(departures.end(ada.id())).isFalse();

        presence.calm();
        awaitGone(ada);
        assertThat(holding(ada.id().toString())).isEmpty();
    }

    @Test
    void whoWasAddedToAGroupWhileTheyLeftLeavesItToo() {
        presence.fail(_ -> true);
        close(ada, PASSWORD).expectStatus().isAccepted();
        UUID group = group(grace, mary);
        database.update(
                "insert into conversation_member (conversation_id, account_id, joined_at) values (?, ?, now())",
                group,
                ada.id());

        presence.calm();

        awaitGone(ada);
        assertThat(client.api().conversations(List.of(group)).block().getFirst().members())
                .doesNotContain(ada.id());
    }

    @Test
    void whoHasAnAddressMayProveItWithACode() {
        String email = "ada-" + ada.id() + "@example.org";
        verify(ada, email);
        client.api().requestCode(new SignInAddress(email, null)).block();
        await().until(() -> receiver.to(email).size() == 2);
        Map<String, String> proof = Map.of("email", email, "code", receiver.lastCode(email));

        expectProblem(close(grace, proof), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_code");
        expectProblem(close(ada, proof), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_code");

        client.api().requestCode(new SignInAddress(email, null)).block();
    }

    @Test
    void aCodeThatWasReadAtTheAddressClosesTheAccount() {
        String email = "ada-" + ada.id() + "@example.org";
        verify(ada, email);
        client.api().requestCode(new SignInAddress(email, null)).block();
        await().until(() -> receiver.to(email).size() == 2);

        close(ada, Map.of("email", email, "code", receiver.lastCode(email)))
                .expectStatus()
                .isAccepted();

        awaitGone(ada);
    }

    @Test
    void whoDoesNotKnowThePasswordClosesNothing() {
        expectProblem(close(ada, "another password"), HttpStatus.FORBIDDEN, "invalid_credentials");
        expectProblem(close(ada, ""), HttpStatus.FORBIDDEN, "invalid_credentials");
        expectProblem(
                client.anybody()
                        .method(HttpMethod.DELETE)
                        .uri("/v1/me")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(Map.of("password", PASSWORD))
                        .exchange(),
                HttpStatus.UNAUTHORIZED,
                "unauthenticated");
        get(ada, "/v1/me").expectStatus().isOk();
    }

    @Test
    void aProofIsEitherAPasswordOrAnAddressWithItsCode() {
        for (Map<String, ?> wrong : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("password", PASSWORD, "code", "123456"),
                Map.of("code", "123456"),
                Map.of("code", "123456", "email", "a@example.org", "phone", "+442079460123"),
                Map.of("email", "a@example.org"))) {
            expectProblem(close(ada, wrong), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
        }
        expectInvalid(close(ada, Map.of("code", "12345", "email", "a@example.org")), "code");
        expectInvalid(close(ada, Map.of("code", "123456", "email", "nowhere")), "email");
        expectInvalid(close(ada, Map.of("password", "x".repeat(1001))), "password");
        get(ada, "/v1/me").expectStatus().isOk();
    }

    @Test
    void metricsTellOfAccountsThatAreClosed() {
        close(ada, PASSWORD).expectStatus().isAccepted();
        awaitGone(ada);

        client.internal()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectBody(String.class)
                .value(metrics -> assertThat(metrics).contains("parley_account_departures_total"));
    }

    private void keepEverything(UUID pair, UUID group) {
        call(HttpMethod.PUT, ada, "/v1/contacts/" + grace.id(), Map.of("name", "Ada's friend"))
                .expectStatus()
                .is2xxSuccessful();
        call(HttpMethod.PUT, grace, "/v1/contacts/" + ada.id(), Map.of("name", "The countess"))
                .expectStatus()
                .is2xxSuccessful();
        call(
                        HttpMethod.PATCH,
                        ada,
                        "/v1/conversations/" + pair + "/personal",
                        Map.of("draft", Map.of("type", "text", "text", "a draft of hers")))
                .expectStatus()
                .isOk();
        call(HttpMethod.PUT, ada, "/v1/conversations/" + pair + "/stars/1", null)
                .expectStatus()
                .isOk();
        call(HttpMethod.POST, ada, "/v1/broadcasts", Map.of("name", "Friends", "recipients", List.of(grace.id())))
                .expectStatus()
                .isCreated();
        call(
                        HttpMethod.POST,
                        grace,
                        "/v1/broadcasts",
                        Map.of("name", "Friends", "recipients", List.of(ada.id(), mary.id())))
                .expectStatus()
                .isCreated();
        call(HttpMethod.POST, ada, "/v1/conversations/" + group + "/invites", Map.of())
                .expectStatus()
                .isCreated();
        call(HttpMethod.PATCH, ada, "/v1/conversations/" + group, Map.of("description", "What we do"))
                .expectStatus()
                .isOk();
    }

    private void verify(Person person, String email) {
        call(HttpMethod.POST, person, "/v1/me/addresses", Map.of("email", email))
                .expectStatus()
                .isAccepted();
        call(
                        HttpMethod.POST,
                        person,
                        "/v1/me/addresses/verification",
                        Map.of("email", email, "code", receiver.awaitCode(email)))
                .expectStatus()
                .isOk();
    }

    private UUID talked(Person one, Person other) {
        return client.api()
                .direct(List.of(new Pair(one.id(), other.id())))
                .block()
                .getFirst()
                .id();
    }

    private UUID group(Person owner, Person... others) {
        return UUID.fromString(json(newGroup(owner, others).expectStatus().isCreated())
                .path("id")
                .asString());
    }

    private ResponseSpec newGroup(Person owner, Person... others) {
        return call(
                HttpMethod.POST,
                owner,
                "/v1/conversations",
                Map.of(
                        "name",
                        "Engine",
                        "members",
                        Stream.of(others).map(Person::id).toList()));
    }

    private void add(Person actor, UUID group, Person person) {
        call(HttpMethod.POST, actor, "/v1/conversations/" + group + "/members", Map.of("users", List.of(person.id())))
                .expectStatus()
                .isOk();
    }

    private static String member(UUID group, Person person) {
        return "/v1/conversations/" + group + "/members/" + person.id();
    }

    private ResponseSpec close(Person person, String password) {
        return close(person, Map.of("password", password));
    }

    private ResponseSpec close(Person person, Map<String, ?> proof) {
        return call(HttpMethod.DELETE, person, "/v1/me", proof);
    }

    private ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(path).exchange();
    }

    private ResponseSpec call(HttpMethod method, Person person, String path, Object body) {
        var request = client.as(person).method(method).uri(path);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
    }

    private static int status(ResponseSpec answer) {
        return answer.returnResult().getStatus().value();
    }

    private static JsonNode json(ResponseSpec answer) {
        return JsonMapper.shared()
                .readTree(answer.expectBody(String.class).returnResult().getResponseBody());
    }

    private void awaitGone(Person person) {
        await().atMost(SOON)
                .until(() -> database.queryForList("select 1 from account where id = ?", person.id())
                        .isEmpty());
    }

    private static String hex(UUID id) {
        return HexFormat.of()
                .toHexDigits(id.getMostSignificantBits())
                .concat(HexFormat.of().toHexDigits(id.getLeastSignificantBits()));
    }

    /** The tables in which this text stands, in whatever column. */
    private List<String> holding(String text) {
        return database
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = 'public'", String.class)
                .stream()
                .filter(table -> database.queryForObject(
                        "select exists (select from \"%s\" line where position(? in line::text) > 0)".formatted(table),
                        Boolean.class,
                        text))
                .toList();
    }
}
