package app.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.api.Device;
import app.parley.presence.api.UserPresence;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** A chat node dies without a word. */
@TestPropertySource(properties = "parley.presence.nodes.lease=3s")
class DeadNodeTest extends PresenceServiceTest {

    @Test
    void itsDevicesAreOfflineOnceTheLeaseIsOutAndEverybodyHears() {
        Login stranded = login();
        Login moved = login();
        String dying = "dying-" + UUID.randomUUID();
        String living = "living-" + UUID.randomUUID();
        presenceApi().renew(dying).block();
        presenceApi().connected(dying, List.of(device(stranded), device(moved))).block();
        presenceApi().renew(living).block();
        presenceApi().connected(living, List.of(device(moved))).block();

        await().until(() -> {
            presenceApi().renew(living).block();
            return !presence(stranded).online();
        });

        assertThat(presence(stranded).lastSeen()).isNotNull();
        assertThat(presence(moved).online()).isTrue();
        await().untilAsserted(() -> assertThat(announced())
                .filteredOn(change -> change.users().contains(stranded.userId()))
                .hasSize(3) // logged in, came, died
                .last()
                .satisfies(change -> assertThat(change.users()).containsExactly(stranded.userId())));
        assertThat(presence(stranded).lastSeen()).isNotNull();
    }

    private UserPresence presence(Login login) {
        return presenceApi().presence(List.of(login.userId())).block().getFirst();
    }

    private static Device device(Login login) {
        return new Device(login.userId(), login.deviceId());
    }
}
