package app.parley.presence.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.neighbours.Neighbours;
import app.parley.presence.PresenceServiceTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

class RefreshTest extends PresenceServiceTest {

    @Test
    void aRefreshAnswersNewTokensOfTheSameDevice() {
        Login before = login();

        Login after = refresh(before);

        assertThat(after.deviceId()).isEqualTo(before.deviceId());
        assertThat(after.userId()).isEqualTo(before.userId());
        assertThat(after.accessToken()).isNotEqualTo(before.accessToken());
        assertThat(after.refreshToken()).isNotEqualTo(before.refreshToken());
        http(after).get().uri("/v1/sessions").exchange().expectStatus().isOk();
    }

    @Test
    void aLostAnswerMayBeRepeated() {
        Login login = login();
        Login lost = refresh(login);

        Login repeated = refresh(login);

        assertThat(repeated.refreshToken()).isEqualTo(lost.refreshToken());
        assertThat(refresh(repeated).refreshToken()).isNotEqualTo(lost.refreshToken());
    }

    @Test
    void aTokenThatWasUsedBeforeRevokesTheSession() {
        Login stolen = login();
        Login newest = refresh(refresh(stolen));

        expectProblem(post(stolen.refreshToken()), HttpStatus.UNAUTHORIZED, "refresh_token_reused");

        expectProblem(post(newest.refreshToken()), HttpStatus.UNAUTHORIZED, "refresh_token_invalid");
        expectProblem(http(newest).get().uri("/v1/sessions").exchange(), HttpStatus.UNAUTHORIZED, "session_revoked");
        await().untilAsserted(() -> assertThat(announced())
                .anySatisfy(change -> assertThat(change.revoked()).contains(stolen.deviceId())));
        await().until(() -> Neighbours.offlineStoreService().forgotten().contains(stolen.deviceId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "not a token!", "AAAA", "eyJhbGciOiJFUzI1NiJ9.e30.AAAA"})
    void whatIsNoTokenIsInvalid(String text) {
        expectProblem(post(text), HttpStatus.UNAUTHORIZED, "refresh_token_invalid");
    }

    @Test
    void aTokenWithADamagedSecretIsInvalidAndRevokesNothing() {
        Login login = login();
        String damaged = login.refreshToken().substring(0, 60) + "AAAA"
                + login.refreshToken().substring(64);

        expectProblem(post(damaged), HttpStatus.UNAUTHORIZED, "refresh_token_invalid");

        refresh(login);
    }

    @Test
    void aMissingTokenIsAnInvalidField() {
        expectProblem(
                http().post().uri("/v1/sessions/refresh").bodyValue(Map.of()).exchange(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    private Login refresh(Login login) {
        return post(login.refreshToken())
                .expectStatus()
                .isOk()
                .expectBody(Login.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec post(String token) {
        return http().post()
                .uri("/v1/sessions/refresh")
                .bodyValue(Map.of("refreshToken", token))
                .exchange();
    }
}
