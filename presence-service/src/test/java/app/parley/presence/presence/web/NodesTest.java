package app.parley.presence.presence.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.parley.presence.PresenceServiceTest;
import app.parley.presence.api.ConnectionOutcome;
import app.parley.presence.api.Device;
import app.parley.presence.api.NodeLease;
import app.parley.presence.api.UserDevices;
import app.parley.presence.api.UserDevices.Route;
import app.parley.presence.api.UserPresence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.web.reactive.function.client.WebClientResponseException;

class NodesTest extends PresenceServiceTest {

    private final String here = "here-" + UUID.randomUUID();
    private final String there = "there-" + UUID.randomUUID();

    @Test
    void aLeaseIsFreshOnce() {
        assertThat(presenceApi().renew(here).block()).isEqualTo(new NodeLease(15, true));
        assertThat(presenceApi().renew(here).block()).isEqualTo(new NodeLease(15, false));
    }

    @Test
    void withoutALeaseNoDeviceIsHeld() {
        Device device = device(login());

        assertThatThrownBy(() -> presenceApi().connected(here, List.of(device)).block())
                .isInstanceOfSatisfying(
                        WebClientResponseException.Conflict.class,
                        conflict ->
                                assertThat(conflict.getResponseBodyAsString()).contains("node_lease_expired"));
    }

    @Test
    void devicesAndUsersAreAnsweredInTheOrderOfTheQuestion() {
        Login first = login();
        Login second = login();
        Device stranger = new Device(UUID.randomUUID(), UUID.randomUUID());
        presenceApi().renew(here).block();

        assertThat(presenceApi()
                        .connected(here, List.of(stranger, device(first), stranger, device(second)))
                        .block())
                .containsExactly(
                        ConnectionOutcome.REVOKED,
                        ConnectionOutcome.HELD,
                        ConnectionOutcome.REVOKED,
                        ConnectionOutcome.HELD);
        assertThat(presenceApi()
                        .devices(List.of(second.userId(), stranger.user(), first.userId()))
                        .block())
                .extracting(UserDevices::user, UserDevices::devices)
                .containsExactly(
                        tuple(second.userId(), List.of(new Route(second.deviceId(), here))),
                        tuple(stranger.user(), List.of()),
                        tuple(first.userId(), List.of(new Route(first.deviceId(), here))));
    }

    @Test
    void theVersionOfTheDevicesIsAnotherAfterALoginAndALogoutAndTheSameAfterAConnection() {
        String handle = register();
        Login phone = login(handle);
        UserDevices one = devices(phone);
        presenceApi().renew(here).block();
        connect(here, phone);
        assertThat(devices(phone).version()).isEqualTo(one.version());

        Login laptop = login(handle);
        UserDevices two = devices(phone);
        assertThat(two.version()).isGreaterThan(one.version());
        http(laptop)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(devices(phone).version()).isGreaterThan(two.version());
        assertThat(devices(phone).since()).isEqualTo(one.version());
    }

    private UserDevices devices(Login login) {
        return presenceApi().devices(List.of(login.userId())).block().getFirst();
    }

    @Test
    void theNewestConnectionWinsAndTheOldOnesEndChangesNothing() {
        Login login = login();
        presenceApi().renew(here).block();
        presenceApi().renew(there).block();
        connect(here, login);

        connect(there, login);
        presenceApi().disconnected(here, List.of(device(login))).block();

        assertThat(nodeOf(login)).isEqualTo(there);
        await().untilAsserted(() -> assertThat(announced())
                .filteredOn(change -> change.users().contains(login.userId()))
                .hasSize(3)); // logged in, came, moved
    }

    @Test
    void whoLeavesIsOfflineAndWasSeen() {
        Login login = login();
        assertThat(presence(login)).isEqualTo(new UserPresence(login.userId(), false, null));
        presenceApi().renew(here).block();
        Instant before = Instant.now().minusSeconds(60);
        connect(here, login);
        assertThat(presence(login)).isEqualTo(new UserPresence(login.userId(), true, null));

        presenceApi().disconnected(here, List.of(device(login))).block();

        assertThat(presence(login).online()).isFalse();
        assertThat(presence(login).lastSeen()).isAfter(before);
    }

    @Test
    void aUserWasSeenEvenIfTheDeviceIsGone() {
        Login login = login();
        presenceApi().renew(here).block();
        connect(here, login);

        http(login)
                .delete()
                .uri("/v1/sessions/current")
                .exchange()
                .expectStatus()
                .isNoContent();

        assertThat(presence(login).online()).isFalse();
        assertThat(presence(login).lastSeen()).isNotNull();
    }

    @Test
    void theDevicesOfANodeThatLeavesAreOfflineAtOnceAndAnnounced() {
        Login first = login();
        Login second = login();
        presenceApi().renew(here).block();
        connect(here, first);
        connect(here, second);
        announced().clear();

        presenceApi().leave(here).block();

        assertThat(presence(first).online()).isFalse();
        assertThat(presence(first).lastSeen()).isNotNull();
        await().untilAsserted(() -> assertThat(announced())
                .anySatisfy(change -> assertThat(change.users()).contains(first.userId(), second.userId())));
        assertThat(presence(first).lastSeen()).isNotNull();
    }

    @Test
    void aNodeThatTakesANewLeaseHasToSayAgainWhatItHolds() {
        Login login = login();
        presenceApi().renew(here).block();
        connect(here, login);
        presenceApi().leave(here).block();

        assertThat(presenceApi().renew(here).block().fresh()).isTrue();
        assertThat(presence(login).online()).isFalse();

        connect(here, login);
        assertThat(presence(login).online()).isTrue();
    }

    @Test
    void aBatchOfThousandsIsTaken() {
        Login login = login();
        presenceApi().renew(here).block();
        List<Device> many = IntStream.range(0, 2_999)
                .mapToObj(_ -> new Device(UUID.randomUUID(), UUID.randomUUID()))
                .collect(Collectors.toList());
        many.add(device(login));

        List<ConnectionOutcome> outcomes = presenceApi().connected(here, many).block();

        assertThat(outcomes).hasSize(3_000).last().isEqualTo(ConnectionOutcome.HELD);
        presenceApi().disconnected(here, many).block();
        assertThat(presence(login).online()).isFalse();
    }

    @Test
    void theGaugesTellOfNodesAndDevices() {
        Login login = login();
        presenceApi().renew(here).block();
        connect(here, login);

        await().untilAsserted(() -> assertThat(metrics())
                .containsPattern("parley_nodes\\{.*} [1-9]")
                .containsPattern("parley_devices_online\\{.*} [1-9]")
                .containsPattern("parley_logins_total\\{.*outcome=\"logged_in\".*} [1-9]"));
    }

    private String metrics() {
        return internalHttp()
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .bodyToMono(String.class)
                .block();
    }

    private void connect(String node, Login login) {
        assertThat(presenceApi().connected(node, List.of(device(login))).block())
                .containsExactly(ConnectionOutcome.HELD);
    }

    private UserPresence presence(Login login) {
        return presenceApi().presence(List.of(login.userId())).block().getFirst();
    }

    private String nodeOf(Login login) {
        return presenceApi()
                .devices(List.of(login.userId()))
                .block()
                .getFirst()
                .devices()
                .getFirst()
                .node();
    }

    private static Device device(Login login) {
        return new Device(login.userId(), login.deviceId());
    }
}
