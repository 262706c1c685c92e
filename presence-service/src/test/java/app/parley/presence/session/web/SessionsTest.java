package app.parley.presence.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.neighbours.Neighbours;
import app.parley.presence.PresenceServiceTest;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class SessionsTest extends PresenceServiceTest {

    private final String node = "node-" + UUID.randomUUID();

    @Test
    void theListTellsOfEachDevice() {
        String handle = register();
        Login phone = login(handle);
        Login laptop = login(handle);
        connect(phone);
        connect(laptop);
        presenceApi().disconnected(node, List.of(device(laptop))).block();

        http(laptop)
                .get()
                .uri("/v1/sessions")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.devices.length()")
                .isEqualTo(2)
                .jsonPath("$.devices[0].deviceId")
                .isEqualTo(phone.deviceId().toString())
                .jsonPath("$.devices[0].name")
                .isEqualTo("Phone")
                .jsonPath("$.devices[0].platform")
                .isEqualTo("android")
                .jsonPath("$.devices[0].createdAt")
                .isNotEmpty()
                .jsonPath("$.devices[0].online")
                .isEqualTo(true)
                .jsonPath("$.devices[0].lastSeen")
                .doesNotExist()
                .jsonPath("$.devices[0].current")
                .isEqualTo(false)
                .jsonPath("$.devices[1].online")
                .isEqualTo(false)
                .jsonPath("$.devices[1].lastSeen")
                .isNotEmpty()
                .jsonPath("$.devices[1].current")
                .isEqualTo(true);
    }

    @Test
    void aNewDeviceIsAnnounced() {
        Login login = login();

        await().untilAsserted(() -> assertThat(announced())
                .anySatisfy(change -> assertThat(change.users()).contains(login.userId())));
    }

    @Test
    void aRevokedDeviceIsGoneEverywhere() {
        String handle = register();
        Login phone = login(handle);
        Login laptop = login(handle);
        connect(phone);

        http(laptop)
                .delete()
                .uri("/v1/sessions/{device}", phone.deviceId())
                .exchange()
                .expectStatus()
                .isNoContent();

        expectProblem(http(phone).get().uri("/v1/sessions").exchange(), HttpStatus.UNAUTHORIZED, "session_revoked");
        expectProblem(
                http().post()
                        .uri("/v1/sessions/refresh")
                        .bodyValue(Map.of("refreshToken", phone.refreshToken()))
                        .exchange(),
                HttpStatus.UNAUTHORIZED,
                "refresh_token_invalid");
        assertThat(presenceApi().devices(List.of(phone.userId())).block())
                .singleElement()
                .satisfies(user -> assertThat(user.devices())
                        .singleElement()
                        .satisfies(route -> assertThat(route.device()).isEqualTo(laptop.deviceId())));
        assertThat(presenceApi().connected(node, List.of(device(phone))).block())
                .containsExactly(ConnectionOutcome.REVOKED);
        await().untilAsserted(() -> assertThat(announced()).anySatisfy(change -> {
            assertThat(change.users()).contains(phone.userId());
            assertThat(change.revoked()).containsExactly(phone.deviceId());
        }));
        await().until(() -> Neighbours.offlineStoreService().forgotten().contains(phone.deviceId()));
        http(laptop).get().uri("/v1/sessions").exchange().expectStatus().isOk();
    }

    @Test
    void theQueueOfARevokedDeviceIsForgottenAsSoonAsItsStoreAnswers() {
        Login login = login();
        Neighbours.offlineStoreService().available(false);

        http(login)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();
        await().until(() -> Neighbours.offlineStoreService().refused().contains(login.deviceId()));
        Neighbours.offlineStoreService().available(true);

        await().until(() -> Neighbours.offlineStoreService().forgotten().contains(login.deviceId()));
    }

    @Test
    void whoLogsOutIsOut() {
        Login login = login();

        http(login)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();

        expectProblem(
                http(login).delete().uri("/v1/sessions/current").exchange(),
                HttpStatus.UNAUTHORIZED,
                "session_revoked");
    }

    @Test
    void anUnknownDeviceOrSomebodyElsesCannotBeRevoked() {
        Login mine = login();
        Login theirs = login();

        expectProblem(
                http(mine).delete().uri("/v1/sessions/{id}", UUID.randomUUID()).exchange(),
                HttpStatus.NOT_FOUND,
                "unknown_device");
        expectProblem(
                http(mine).delete().uri("/v1/sessions/{id}", theirs.deviceId()).exchange(),
                HttpStatus.NOT_FOUND,
                "unknown_device");
        expectProblem(
                http(mine).delete().uri("/v1/sessions/7").exchange(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
        http(theirs).get().uri("/v1/sessions").exchange().expectStatus().isOk();
    }

    @Test
    void withoutATokenNothingIsListed() {
        expectProblem(http().get().uri("/v1/sessions").exchange(), HttpStatus.UNAUTHORIZED, "unauthenticated");
    }

    private void connect(Login login) {
        presenceApi().renew(node).block();
        assertThat(presenceApi().connected(node, List.of(device(login))).block())
                .containsExactly(ConnectionOutcome.HELD);
    }

    private static Device device(Login login) {
        return new Device(login.userId(), login.deviceId());
    }
}
