package app.parley.presence.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.neighbours.Neighbours;
import app.parley.presence.PresenceServiceTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

class LoginTest extends PresenceServiceTest {

    private static final Map<String, String> PHONE = Map.of("name", "Phone", "platform", "android");

    @Test
    void aLoginAnswersTokensThatAreGoodAtOnce() {
        Login login = login();

        assertThat(login.expiresIn()).isEqualTo(600);
        http(login)
                .get()
                .uri("/v1/sessions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.devices[0].deviceId")
                .isEqualTo(login.deviceId().toString())
                .jsonPath("$.devices[0].current")
                .isEqualTo(true);
    }

    @Test
    void anUnknownHandleAndAWrongPasswordAreAnsweredAlike() {
        String unknown = problemOf("nobody-at-all", PASSWORD);
        String wrong = problemOf(register(), "not the password");

        assertThat(wrong).isEqualTo(unknown).contains("invalid_credentials");
    }

    @Test
    void everyLoginIsAnotherDevice() {
        String handle = register();

        assertThat(login(handle).deviceId()).isNotEqualTo(login(handle).deviceId());
    }

    @Test
    void aLoginIsAnnouncedAsADeviceMore() {
        Login login = login();

        await().untilAsserted(() -> assertThat(announced())
                .anySatisfy(change -> assertThat(change.added()).containsExactly(login.userId())));
    }

    @Test
    void anEarlierDeviceLogsInAgainAsTheSame() {
        String handle = register();
        Login before = login(handle);

        postLogin(handle, PASSWORD, Map.of("name", "Old phone", "platform", "ios", "id", before.deviceId()))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.deviceId")
                .isEqualTo(before.deviceId().toString());

        http(before)
                .get()
                .uri("/v1/sessions")
                .exchange()
                .expectBody()
                .jsonPath("$.devices.length()")
                .isEqualTo(1)
                .jsonPath("$.devices[0].name")
                .isEqualTo("Old phone");
    }

    @Test
    void aDeviceWhoseSessionIsOverLogsInAgainAsTheSame() {
        String handle = register();
        Login before = login(handle);
        http(before)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();

        Login after = login(handle, before.deviceId());

        assertThat(after.deviceId()).isEqualTo(before.deviceId());
        expectProblem(
                http().post()
                        .uri("/v1/sessions/refresh")
                        .bodyValue(Map.of("refreshToken", before.refreshToken()))
                        .exchange(),
                HttpStatus.UNAUTHORIZED,
                "refresh_token_invalid");
    }

    @Test
    void aDeviceThatIsBackIsNotForgottenByWhatItsRevocationLeft() {
        String handle = register();
        Login before = login(handle);
        Neighbours.offlineStoreService().available(false);
        http(before)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();
        await().until(() -> Neighbours.offlineStoreService().refused().contains(before.deviceId()));

        Login after = login(handle, before.deviceId());
        Neighbours.offlineStoreService().available(true);
        Login witness = login(handle);
        http(witness).delete().uri("/v1/sessions/current").exchange();
        await().until(() -> Neighbours.offlineStoreService().forgotten().contains(witness.deviceId()));

        assertThat(Neighbours.offlineStoreService().forgotten()).doesNotContain(after.deviceId());
        http(after).get().uri("/v1/sessions").exchange().expectStatus().isOk();
        http(after).delete().uri("/v1/sessions/current").exchange();
        await().until(() -> Neighbours.offlineStoreService().forgotten().contains(after.deviceId()));
    }

    @Test
    void aDeviceIdThatIsNotOursGetsANewOne() {
        String handle = register();
        UUID foreign = login().deviceId();

        postLogin(handle, PASSWORD, Map.of("name", "Phone", "platform", "ios", "id", foreign))
                .expectStatus()
                .isCreated()
                .expectBody(Login.class)
                .value(login -> assertThat(login.deviceId()).isNotEqualTo(foreign));
    }

    @Test
    void oneDeviceTooManyIsRefusedUntilOneIsRevoked() {
        String handle = register();
        Login first = login(handle);
        login(handle);
        login(handle);

        expectProblem(postLogin(handle, PASSWORD, PHONE), HttpStatus.CONFLICT, "too_many_devices");

        http(first)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();
        postLogin(handle, PASSWORD, PHONE).expectStatus().isCreated();
    }

    @Test
    void whileAccountsCannotBeCheckedALoginIsUnavailable() {
        String handle = register();
        Neighbours.profileService().available(false);

        expectProblem(postLogin(handle, PASSWORD, PHONE), HttpStatus.SERVICE_UNAVAILABLE, "unavailable");

        Neighbours.profileService().available(true);
        postLogin(handle, PASSWORD, PHONE).expectStatus().isCreated();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"handle\": \"ada\", \"password\": \"secret\"}",
                "{\"handle\": \"\", \"password\": \"secret\", \"device\": {\"name\": \"a\", \"platform\": \"b\"}}",
                "{\"handle\": \"ada\", \"password\": \"\", \"device\": {\"name\": \"a\", \"platform\": \"b\"}}",
                "{\"handle\": \"ada\", \"password\": \"secret\", \"device\": {\"name\": \" \", \"platform\": \"b\"}}",
                "{\"handle\": \"ada\", \"password\": \"secret\", \"device\": {\"name\": \"a\"}}",
                "{\"handle\": \"ada\", \"password\": \"secret\", \"device\": {\"name\": \"a\", \"platform\": \"<b>\"}}",
            })
    void aMissingOrWrongFieldIsNamed(String body) {
        expectProblem(
                http().post()
                        .uri("/v1/sessions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"handle\": \"ada\", \"password\": \"s\", \"device\": {\"name\": \"a\", \"platform\": \"b\", \"id\": \"7\"}}"
            })
    void whatIsNotThisJsonIsMalformed(String body) {
        expectProblem(
                http().post()
                        .uri("/v1/sessions")
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(body)
                        .exchange(),
                HttpStatus.BAD_REQUEST,
                "malformed_json");
    }

    private String problemOf(String handle, String password) {
        return postLogin(handle, password, PHONE)
                .expectStatus()
                .isUnauthorized()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
