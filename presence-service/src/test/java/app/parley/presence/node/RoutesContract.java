package app.parley.presence.node;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.device.Device;
import app.parley.presence.node.Routes.Connection;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link Routes} do. */
public abstract class RoutesContract {

    private static final LeaseId HERE = new LeaseId("here", 1);
    private static final LeaseId THERE = new LeaseId("there", 2);

    private final Device device = new Device(UUID.randomUUID(), UUID.randomUUID());

    protected abstract Routes routes();

    /** Opens a session for this device. */
    protected abstract void open(Device device);

    /** When the device came or went last, or null if it never did. */
    protected abstract @Nullable Instant seen(Device device);

    @BeforeEach
    void open() {
        open(device);
    }

    @Test
    void aDeviceWithoutSessionIsRevoked() {
        Device stranger = new Device(device.user(), UUID.randomUUID());

        assertThat(routes().connect(stranger, HERE).block()).isEqualTo(new Connection.Revoked());
        assertThat(routes().disconnect(stranger, HERE).block()).isFalse();
    }

    @Test
    void theNewestConnectionWins() {
        assertThat(routes().connect(device, HERE).block()).isEqualTo(new Connection.Held(null));
        assertThat(routes().connect(device, THERE).block()).isEqualTo(new Connection.Held(HERE));
        assertThat(routes().connect(device, THERE).block()).isEqualTo(new Connection.Held(THERE));
    }

    @Test
    void leavingALeaseThatTheDeviceHasLeftChangesNothing() {
        routes().connect(device, HERE).block();
        routes().connect(device, THERE).block();

        assertThat(routes().disconnect(device, HERE).block()).isFalse();
        assertThat(routes().strand(device, HERE, Instant.now()).block()).isFalse();
        assertThat(routes().disconnect(device, THERE).block()).isTrue();
        assertThat(routes().disconnect(device, THERE).block()).isFalse();
    }

    @Test
    void aDeviceIsSeenWhenItComesAndWhenItGoes() {
        assertThat(seen(device)).isNull();
        routes().connect(device, HERE).block();
        Instant came = seen(device);
        assertThat(came).isNotNull();

        routes().disconnect(device, HERE).block();

        assertThat(seen(device)).isAfterOrEqualTo(came);
    }

    @Test
    void aStrandedDeviceWasSeenWhenItsLeaseEnded() {
        routes().connect(device, HERE).block();
        Instant ended = seen(device).plusSeconds(5);

        assertThat(routes().strand(device, HERE, ended).block()).isTrue();

        assertThat(seen(device)).isEqualTo(ended);
    }
}
