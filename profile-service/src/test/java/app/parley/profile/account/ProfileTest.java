package app.parley.profile.account;

import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileClient.Person;
import app.parley.profile.ProfileServiceTest;
import app.parley.profile.TestTokens;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

class ProfileTest extends ProfileServiceTest {

    @Autowired
    TestTokens tokens;

    @Test
    void meIsWhoseTokenItIs() {
        Person ada = client.register("ada");

        client.as(ada)
                .get()
                .uri("/v1/me")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ada.id().toString())
                .jsonPath("$.handle")
                .isEqualTo(ada.handle())
                .jsonPath("$.createdAt")
                .isNotEmpty();
    }

    @Test
    void aChangedDisplayNameIsWhatOthersSee() {
        Person ada = client.register("ada");
        Person grace = client.register("grace");

        rename(ada, Map.of("displayName", " Countess "))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.displayName")
                .isEqualTo("Countess");

        get(grace, "/v1/users/" + ada.id())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.displayName")
                .isEqualTo("Countess")
                .jsonPath("$.length()")
                .isEqualTo(5);
    }

    @Test
    void changesAtOnceAreMadeOneAfterTheOther() throws Exception {
        Person ada = client.register("ada");
        List<Callable<Integer>> changes = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> rename(ada, Map.of("displayName", "Ada " + i))
                        .returnResult()
                        .getStatus()
                        .value())
                .toList();

        try (ExecutorService devices = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(devices.invokeAll(changes)).extracting(Future::resultNow).containsOnly(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "", " "})
    void aChangeToNoNameIsRefused(String name) {
        expectInvalid(rename(client.register("ada"), Map.of("displayName", name)), "displayName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"displayName\": null}", "{\"displayname\": \"x\"}"})
    void whatIsNotSaidStaysAsItIs(String change) {
        rename(client.register("ada"), change)
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.displayName")
                .isEqualTo("ada");
    }

    @Test
    void peopleAreFoundByHandleWhateverItsCapitals() {
        Person ada = client.register("ada");

        get(ada, "/v1/users?handle=" + ada.handle().toUpperCase(Locale.ROOT))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(ada.id().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?handle=nobody-has-this", "?handle=%00", "?handle=", "?handle=a%20b", "?handle=admin"})
    void aHandleThatNobodyHasIsUnknown(String query) {
        expectProblem(get(client.register("ada"), "/v1/users" + query), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void anIdThatNobodyHasIsUnknown() {
        expectProblem(
                get(client.register("ada"), "/v1/users/" + UUID.randomUUID()), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @Test
    void whatIsNoIdIsInvalid() {
        expectProblem(get(client.register("ada"), "/v1/users/ada"), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @Test
    void aLookUpWithoutAHandleIsRefused() {
        expectProblem(get(client.register("ada"), "/v1/users"), HttpStatus.BAD_REQUEST, "malformed_request");
    }

    @Test
    void aTokenOfAnAccountThatIsGoneIsOfNobody() {
        Person gone = new Person(UUID.randomUUID(), "gone");

        expectProblem(get(gone, "/v1/me"), HttpStatus.NOT_FOUND, "unknown_user");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/me", "/v1/users?handle=ada", "/v1/conversations"})
    void nothingIsShownWithoutAToken(String path) {
        expectProblem(client.anybody().get().uri(path).exchange(), HttpStatus.UNAUTHORIZED, "unauthenticated");
    }

    @Test
    void anExpiredTokenIsRefused() {
        String expired = tokens.issue(UUID.randomUUID(), Instant.now().minusSeconds(60));

        expectProblem(
                client.withToken(expired).get().uri("/v1/me").exchange(), HttpStatus.UNAUTHORIZED, "token_expired");
    }

    private ResponseSpec get(Person person, String path) {
        return client.as(person).get().uri(URI.create(path)).exchange();
    }

    private ResponseSpec rename(Person person, Object change) {
        return client.as(person)
                .patch()
                .uri("/v1/me")
                .contentType(MediaType.APPLICATION_JSON)
                .body(change)
                .exchange();
    }
}
