package app.parley.profile.account;

import static app.parley.profile.ProfileClient.PASSWORD;
import static app.parley.profile.ProfileClient.expectInvalid;
import static app.parley.profile.ProfileClient.expectProblem;
import static app.parley.profile.ProfileClient.freeHandle;
import static org.assertj.core.api.Assertions.assertThat;

import app.parley.profile.ProfileServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;

class RegistrationTest extends ProfileServiceTest {

    @Autowired
    JdbcTemplate database;

    @Autowired
    MeterRegistry meters;

    @Test
    void anAccountIsOpenedUnderTheHandleInLowerCase() {
        String handle = freeHandle("ada");

        client.register(handle.toUpperCase(Locale.ROOT), PASSWORD, "  Ada Lovelace ")
                .expectStatus()
                .isCreated()
                .expectHeader()
                .valueMatches("Location", "/v1/users/[0-9a-f-]{36}")
                .expectBody()
                .jsonPath("$.id")
                .value(String.class, id -> assertThat(id.charAt(14)).isEqualTo('7'))
                .jsonPath("$.handle")
                .isEqualTo(handle)
                .jsonPath("$.displayName")
                .isEqualTo("Ada Lovelace")
                .jsonPath("$.createdAt")
                .isNotEmpty()
                .jsonPath("$.length()")
                .isEqualTo(6);
    }

    @Test
    void aDisplayNameKeepsItsScript() {
        String name = "\u200Fشيماء 👩🏽‍🚀 Zo\u00EB";

        client.register(freeHandle("shaima"), PASSWORD, name)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.displayName")
                .isEqualTo(name);
    }

    @Test
    void aTakenHandleIsRefusedWhateverItsCapitals() {
        String handle = client.register("grace").handle();

        expectProblem(
                client.register(handle.toUpperCase(Locale.ROOT), PASSWORD, "Grace"),
                HttpStatus.CONFLICT,
                "handle_taken");
    }

    @Test
    void ofManyAtOnceOneGetsTheHandle() throws Exception {
        String handle = freeHandle("race");
        Callable<Integer> attempt = () -> client.register(handle, PASSWORD, "Racer")
                .returnResult()
                .getStatus()
                .value();

        try (ExecutorService racers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = racers
                    .invokeAll(Stream.generate(() -> attempt).limit(8).toList())
                    .stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();

            assertThat(answers).containsExactly(201, 409, 409, 409, 409, 409, 409, 409);
        }
    }

    @Test
    void thePasswordIsKeptAsAnArgon2idHash() {
        String handle = client.register("alan").handle();

        String hash =
                database.queryForObject("select password_hash from account where handle = ?", String.class, handle);

        assertThat(hash).startsWith("$argon2id$v=19$").doesNotContain(PASSWORD);
    }

    @Test
    void registrationsAreCounted() {
        double before = meters.counter("parley.accounts.registered").count();

        client.register("counted");

        assertThat(meters.counter("parley.accounts.registered").count()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a..b", "-ada", "a b", "ada\u0000", "admin", "Parley", "ädä", "x@y"})
    void anImpossibleHandleIsRefused(String handle) {
        expectInvalid(client.register(handle, PASSWORD, "Ada"), "handle");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "\u200B", "a\u0000b", "a\u202Eb", "a\nb"})
    void anImpossibleDisplayNameIsRefused(String name) {
        expectInvalid(client.register(freeHandle("ada"), PASSWORD, name), "displayName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short12", "password1", "PassWord1"})
    void aWeakPasswordIsRefused(String password) {
        expectInvalid(client.register(freeHandle("ada"), password, "Ada"), "password");
    }

    @Test
    void aPasswordOfMoreThan128CharactersIsRefused() {
        expectInvalid(client.register(freeHandle("ada"), "p".repeat(129), "Ada"), "password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"handle", "password", "displayName"})
    void aMissingFieldIsNamed(String field) {
        Map<String, String> request =
                new HashMap<>(Map.of("handle", freeHandle("ada"), "password", PASSWORD, "displayName", "Ada"));
        request.remove(field);

        expectInvalid(client.post("/v1/accounts", request), field);
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        client.register("a", "b", "")
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.errors.length()")
                .isEqualTo(3);
    }

    @Test
    void aLoneSurrogateIsRefused() {
        String body = "{\"handle\": \"%s\", \"password\": \"%s\", \"displayName\": \"a\\ud800b\"}"
                .formatted(freeHandle("ada"), PASSWORD);

        expectInvalid(client.post("/v1/accounts", body), "displayName");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "null", "\"text\"", "{\"handle\": {}}", ""})
    void whatIsNoSuchJsonIsMalformed(String body) {
        expectProblem(client.post("/v1/accounts", body), HttpStatus.BAD_REQUEST, "malformed_json");
    }

    @Test
    void anotherMediaTypeIsRefused() {
        expectProblem(
                client.anybody()
                        .post()
                        .uri("/v1/accounts")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("ada")
                        .exchange(),
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type");
    }
}
