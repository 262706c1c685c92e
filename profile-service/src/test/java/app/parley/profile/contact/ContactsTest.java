package app.parley.profile.contact;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

@TestPropertySource(properties = "parley.profile.contacts.most=3")
class ContactsTest extends ProfileServiceTest {

    private static final String NO_NAME = "{\"name\": null}";

    private Person ada;
    private Person grace;

    @BeforeEach
    void twoPeople() {
        ada = client.register("ada");
        grace = client.register("grace");
    }

    private ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(URI.create("/v1/contacts" + path)).exchange();
    }

    private ResponseSpec put(Person person, Object user, Object change) {
        return client.as(person)
                .put()
                .uri(URI.create("/v1/contacts/" + user))
                .contentType(MediaType.APPLICATION_JSON)
                .body(change)
                .exchange();
    }

    private ResponseSpec delete(Person person, Object user) {
        return client.as(person)
                .delete()
                .uri(URI.create("/v1/contacts/" + user))
                .exchange();
    }

    private void add(Person person, Person contact) {
        put(person, contact.id(), NO_NAME).expectStatus().isOk();
    }

    private record Page(List<String> people, String next) {}

    private Page page(Person person, String query) {
        Map<?, ?> found = get(person, query)
                .expectStatus()
                .isOk()
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        List<String> people = ((List<?>) found.get("contacts"))
                .stream()
                        .map(contact -> (String) ((Map<?, ?>) contact).get("user"))
                        .toList();
        return new Page(people, (String) found.get("next"));
    }

    @Test
    void whomSomebodyAddsIsInTheirBookAndNotTheOtherWayRound() {
        put(ada, grace.id(), Map.of("name", " Amazing Grace "))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.user")
                .isEqualTo(grace.id().toString())
                .jsonPath("$.handle")
                .isEqualTo(grace.handle())
                .jsonPath("$.displayName")
                .isEqualTo("grace")
                .jsonPath("$.name")
                .isEqualTo("Amazing Grace")
                .jsonPath("$.addedAt")
                .isNotEmpty();

        assertThat(page(ada, "").people()).containsExactly(grace.id().toString());
        assertThat(page(grace, "").people()).isEmpty();
        get(ada, "/" + grace.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("Amazing Grace");
    }

    @Test
    void aContactIsCalledSomethingElseAndAsTheyCallThemselves() {
        put(ada, grace.id(), Map.of("name", "Grace from work")).expectStatus().isOk();
        put(ada, grace.id(), NO_NAME)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo(null);

        assertThat(page(ada, "").people()).hasSize(1);
    }

    @Test
    void whoIsRemovedIsGoneFromThatBookOnlyAndMayBeRemovedAgain() {
        Person edsger = client.register("edsger");
        add(ada, grace);
        add(edsger, grace);

        delete(ada, grace.id()).expectStatus().isNoContent();
        delete(ada, grace.id()).expectStatus().isNoContent();

        expectProblem(get(ada, "/" + grace.id()), HttpStatus.NOT_FOUND, "unknown_contact");
        assertThat(page(ada, "").people()).isEmpty();
        assertThat(page(edsger, "").people()).containsExactly(grace.id().toString());
    }

    @Test
    void thePagesOfABookBringEverybodyOnce() {
        List<String> added = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            Person person = client.register(name);
            add(ada, person);
            added.add(person.id().toString());
        }
        Collections.sort(added);

        Page first = page(ada, "?limit=2");
        Page second = page(ada, "?limit=2&cursor=" + first.next());

        assertThat(first.people()).isEqualTo(added.subList(0, 2));
        assertThat(second.people()).isEqualTo(added.subList(2, 3));
        assertThat(second.next()).isNull();
        assertThat(page(ada, "?limit=3").next()).isNull();
    }

    @Test
    void theSamePersonAddedAtOnceIsThereOnce() throws Exception {
        List<Callable<Integer>> additions = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> put(ada, grace.id(), Map.of("name", "Grace " + i))
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();

        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(devices.invokeAll(additions))
                    .extracting(Future::resultNow)
                    .containsOnly(200);
        }
        assertThat(page(ada, "").people()).hasSize(1);
    }

    @Test
    void aFullBookTakesNobodyMoreAndLetsNamesChange() {
        for (int i = 0; i < 2; i++) {
            add(ada, client.register("contact"));
        }
        add(ada, grace);

        expectProblem(
                put(ada, client.register("one-too-many").id(), NO_NAME), HttpStatus.CONFLICT, "too_many_contacts");
        put(ada, grace.id(), Map.of("name", "Grace")).expectStatus().isOk();
    }

    @Test
    void whoDoesNotExistCannotBeAdded() {
        expectProblem(put(ada, UUID.randomUUID(), NO_NAME), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void whoseOwnAccountIsGoneAddsNobody() {
        expectProblem(
                put(new Person(UUID.randomUUID(), "gone"), grace.id(), NO_NAME), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void nobodyIsTheirOwnContact() {
        expectProblem(put(ada, ada.id(), NO_NAME), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b", "\u202egrace", "line\nbreak"})
    void aNameThatNobodySeesIsRefused(String name) {
        expectInvalid(put(ada, grace.id(), Map.of("name", name)), "name");
    }

    @Test
    void aNameOfTenThousandCharactersIsRefused() {
        expectInvalid(put(ada, grace.id(), Map.of("name", "x".repeat(10_000))), "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nobody", "?limit=0", "?limit=501", "?limit=x", "?cursor=x"})
    void whatIsNoIdAndNoLimitIsInvalid(String path) {
        expectProblem(get(ada, path), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void aForgottenNameChangesNothing() {
        put(ada, grace.id(), Map.of("name", "Grace")).expectStatus().isOk();

        expectProblem(put(ada, grace.id(), "{}"), HttpStatus.BAD_REQUEST, "malformed_json");

        get(ada, "/" + grace.id()).expectBody().jsonPath("$.name").isEqualTo("Grace");
    }

    @Test
    void nobodySeesABookWithoutAToken() {
        expectProblem(
                client.anybody().get().uri("/v1/contacts").exchange(), HttpStatus.UNAUTHORIZED, "unauthenticated");
    }
}
