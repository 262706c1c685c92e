package app.parley.presence.presence.web;

import app.parley.presence.PresenceServiceTest;
import app.parley.presence.api.Device;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;

class PresenceTest extends PresenceServiceTest {

    @Test
    void clientsSeeWhoIsOnline() {
        Login online = login();
        UUID stranger = UUID.randomUUID();
        String node = "node-" + UUID.randomUUID();
        presenceApi().renew(node).block();
        presenceApi()
                .connected(node, List.of(new Device(online.userId(), online.deviceId())))
                .block();

        http(online)
                .get()
                .uri("/v1/presence?users={a},{b}", online.userId(), stranger)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"users": [{"user": "%s", "online": true}, {"user": "%s", "online": false}]}
                        """.formatted(online.userId(), stranger));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?users=", "?users=ada", "?user=00000000-0000-0000-0000-000000000000"})
    void whatIsNoListOfUsersIsRefused(String query) {
        expectProblem(
                http(login()).get().uri("/v1/presence" + query).exchange(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @Test
    void aListOverTheLimitIsRefused() {
        String users =
                Stream.generate(UUID::randomUUID).limit(101).map(UUID::toString).collect(Collectors.joining(","));

        expectProblem(
                http(login()).get().uri("/v1/presence?users=" + users).exchange(),
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_field");
    }

    @Test
    void aRevokedDeviceIsTurnedAway() {
        Login login = login();
        http(login)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();

        expectProblem(
                http(login).get().uri("/v1/presence?users={a}", login.userId()).exchange(),
                HttpStatus.UNAUTHORIZED,
                "session_revoked");
    }
}
