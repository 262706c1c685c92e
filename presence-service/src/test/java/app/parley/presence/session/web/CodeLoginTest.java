package app.parley.presence.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.neighbours.Neighbours;
import app.parley.presence.PresenceServiceTest;
import app.parley.profile.api.CodeAnswer;
import app.parley.profile.api.CodeAnswer.Outcome;
import app.parley.profile.api.SignInAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class CodeLoginTest extends PresenceServiceTest {

    private static final String PHONE = "+442079460123";
    private static final String DEVICE = "\"device\": {\"name\": \"a\", \"platform\": \"b\"}";

    @AfterEach
    void codesAreAccepted() {
        Neighbours.profileService().codeAnswer(CodeAnswer.of(Outcome.ACCEPTED));
    }

    @Test
    void aCodeLogsInAndServesOnce() {
        UUID user = Neighbours.profileService().send("123456", new SignInAddress(null, PHONE));
        String login = "{\"phone\": \"%s\", \"code\": \"123456\", %s}".formatted(PHONE, DEVICE);

        Login device = post("/v1/sessions", login)
                .expectStatus()
                .isCreated()
                .expectBody(Login.class)
                .returnResult()
                .getResponseBody();

        assertThat(device.userId()).isEqualTo(user);
        http(device).get().uri("/v1/sessions").exchange().expectStatus().isOk();
        expectProblem(post("/v1/sessions", login), HttpStatus.UNAUTHORIZED, "invalid_code");
    }

    @Test
    void aCodeToAnEmailAddressLogsInAsWell() {
        UUID user = Neighbours.profileService().send("654321", new SignInAddress("ada@example.org", null));

        post("/v1/sessions", "{\"email\": \"ada@example.org\", \"code\": \"654321\", %s}".formatted(DEVICE))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.userId")
                .isEqualTo(user.toString());
    }

    @Test
    void aCodeIsAskedForAndNothingIsToldOfWhoGetsIt() {
        post("/v1/sessions/codes", Map.of("phone", PHONE))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .isEmpty();
    }

    @Test
    void whoAsksTooOftenHearsWhenToComeBack() {
        Neighbours.profileService().codeAnswer(CodeAnswer.tooMany(Duration.ofSeconds(42)));

        post("/v1/sessions/codes", Map.of("phone", PHONE))
                .expectStatus()
                .isEqualTo(HttpStatus.TOO_MANY_REQUESTS)
                .expectHeader()
                .valueEquals("Retry-After", 42)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("too_many_codes")
                .jsonPath("$.retryable")
                .isEqualTo(true);
    }

    @Test
    void aServerThatSendsNoCodesSaysSo() {
        Neighbours.profileService().codeAnswer(CodeAnswer.of(Outcome.NOT_AVAILABLE));

        expectProblem(
                post("/v1/sessions/codes", Map.of("phone", PHONE)), HttpStatus.NOT_IMPLEMENTED, "codes_not_available");
    }

    @Test
    void whatProfileServiceTakesForNoAddressIsAnInvalidField() {
        Neighbours.profileService().codeAnswer(CodeAnswer.of(Outcome.NO_ADDRESS));

        post("/v1/sessions/codes", Map.of("phone", "nowhere"))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid_field")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).startsWith("phone: "));
    }

    @Test
    void whileCodesCannotBeCheckedALoginIsUnavailable() {
        Neighbours.profileService().available(false);

        expectProblem(
                post("/v1/sessions/codes", Map.of("phone", PHONE)), HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        expectProblem(
                post("/v1/sessions", "{\"phone\": \"%s\", \"code\": \"123456\", %s}".formatted(PHONE, DEVICE)),
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"phone\": null}", "{\"phone\": \"+1\", \"email\": \"a@b.org\"}"})
    void notOneAddressIsAnInvalidField(String body) {
        expectProblem(post("/v1/sessions/codes", body), HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"phone\": \"+442079460123\" | code",
                "\"phone\": \"+442079460123\", \"code\": \"12345\" | code",
                "\"phone\": \"+442079460123\", \"code\": \"\" | code",
                "\"code\": \"123456\" | email",
                "\"phone\": \"+442079460123\", \"email\": \"a@b.org\", \"code\": \"123456\" | email",
                "\"phone\": \"+442079460123\", \"code\": \"123456\", \"handle\": \"ada\" | handle",
                "\"phone\": \"+442079460123\", \"code\": \"123456\", \"password\": \"secret\" | password",
                "\"password\": \"secret\" | handle",
                "\"handle\": \"ada\" | password"
            })
    void aLoginThatShowsNotOneProofIsRefused(String proof, String field) {
        post("/v1/sessions", "{%s, %s}".formatted(proof, DEVICE))
                .expectStatus()
                .isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid_field")
                .jsonPath("$.errors[?(@.field == '%s')]".formatted(field))
                .exists();
    }

    private ResponseSpec post(String path, Object body) {
        return http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange();
    }
}
