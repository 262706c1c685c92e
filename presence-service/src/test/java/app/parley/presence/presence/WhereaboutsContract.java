package app.parley.presence.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.parley.presence.device.Device;
import app.parley.presence.node.LeaseId;
import app.parley.presence.presence.Whereabouts.DeviceNote;
import app.parley.presence.presence.Whereabouts.UserNote;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What all {@link Whereabouts} do. */
public abstract class WhereaboutsContract {

    private static final LeaseId LEASE = new LeaseId("node", 1);
    private static final Duration ALIVE = Duration.ofHours(1);

    private final Device device = new Device(UUID.randomUUID(), UUID.randomUUID());
    private final Instant noon = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    protected abstract Whereabouts whereabouts();

    /** The device has a session that lives for so long. */
    protected abstract void open(Device device, Duration life);

    protected abstract void route(Device device, LeaseId lease);

    protected abstract void see(Device device, Instant at);

    /** A device that the user no longer has was seen then. */
    protected abstract void seeGone(UUID user, Instant at);

    @Test
    void anUnknownUserHasNoDevices() {
        assertThat(whereabouts().of(device.user()).block())
                .isEqualTo(new UserNote(device.user(), 0, 0, List.of(), null));
    }

    @Test
    void aDeviceThatNeverConnectedIsNowhere() {
        open(device, ALIVE);

        assertThat(notes()).containsExactly(new DeviceNote(device.id(), null, null));
    }

    @Test
    void everyDeviceIsTold() {
        Device other = new Device(device.user(), UUID.randomUUID());
        open(device, ALIVE);
        open(other, ALIVE);
        route(device, LEASE);
        see(device, noon);
        see(other, noon.minusSeconds(5));
        seeGone(device.user(), noon.minusSeconds(9));

        assertThat(notes())
                .containsExactlyInAnyOrder(
                        new DeviceNote(device.id(), LEASE, noon),
                        new DeviceNote(other.id(), null, noon.minusSeconds(5)));
        assertThat(whereabouts().of(device.user()).block().gone()).isEqualTo(noon.minusSeconds(9));
    }

    @Test
    void aDeviceWhoseSessionIsOverIsNone() {
        open(device, Duration.ZERO);
        route(device, LEASE);

        assertThat(notes()).isEmpty();
    }

    @Test
    void aSessionThatExpiredMadeTheListAnotherAtItsEnd() {
        Device other = new Device(device.user(), UUID.randomUUID());
        open(device, Duration.ofMillis(-500));
        long atItsEnd = whereabouts().of(device.user()).block().version();
        assertThat(atItsEnd).isCloseTo(noon.minusMillis(500).toEpochMilli() * 1_000, within(60_000_000L));

        open(other, Duration.ofMillis(-100));

        assertThat(whereabouts().of(device.user()).block().version()).isGreaterThan(atItsEnd);
    }

    private List<DeviceNote> notes() {
        return whereabouts().of(device.user()).block().devices();
    }
}
