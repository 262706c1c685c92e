package app.parley.presence.presence.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.neighbours.Neighbours;
import app.parley.presence.PresenceServiceTest;
import app.parley.presence.api.Device;
import app.parley.profile.api.Sight;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
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

    @Test
    void clientsSeeOnlyWhatTheyMay() {
        Login viewer = login();
        Login there = login();
        Login gone = login();
        String node = "node-" + UUID.randomUUID();
        presenceApi().renew(node).block();
        List<Device> devices =
                List.of(new Device(there.userId(), there.deviceId()), new Device(gone.userId(), gone.deviceId()));
        presenceApi().connected(node, devices).block();
        presenceApi().disconnected(node, devices.subList(1, 2)).block();

        assertThat(seen(viewer, there.userId()))
                .containsOnlyKeys("user", "online")
                .containsEntry("online", true);
        assertThat(seen(viewer, gone.userId())).containsOnlyKeys("user", "online", "lastSeen");

        allow(viewer, there, new Sight(false, false, true, true));
        allow(viewer, gone, new Sight(false, true, true, true));
        assertThat(seen(viewer, there.userId()))
                .containsOnlyKeys("user", "online")
                .containsEntry("online", false);
        assertThat(seen(viewer, gone.userId()))
                .containsOnlyKeys("user", "online")
                .containsEntry("online", false);
        assertThat(seen(gone, there.userId())).containsEntry("online", true);
    }

    private void allow(Login viewer, Login subject, Sight sight) {
        Neighbours.profileService().sight(viewer.userId(), subject.userId(), sight);
    }

    private Map<String, Object> seen(Login viewer, UUID subject) {
        Map<String, List<Map<String, Object>>> answer = http(viewer)
                .get()
                .uri("/v1/presence?users={a}", subject)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, List<Map<String, Object>>>>() {})
                .returnResult()
                .getResponseBody();
        return answer.get("users").getFirst();
    }

    @Test
    void nothingIsShownIfNobodyKnowsWhatMayBeSeen() {
        Login online = login();
        Login viewer = login();
        Neighbours.profileService().available(false);

        expectProblem(
                http(viewer)
                        .get()
                        .uri("/v1/presence?users={a}", online.userId())
                        .exchange(),
                HttpStatus.SERVICE_UNAVAILABLE,
                "unavailable");
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
