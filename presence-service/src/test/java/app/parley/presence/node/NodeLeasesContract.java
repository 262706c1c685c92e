package app.parley.presence.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.parley.presence.device.Device;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link NodeLeases} and the {@link HeldDevices} of their leases do. */
public abstract class NodeLeasesContract {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final String node = "node-" + UUID.randomUUID();
    private final Device first = new Device(UUID.randomUUID(), UUID.randomUUID());
    private final Device second = new Device(UUID.randomUUID(), UUID.randomUUID());

    protected abstract NodeLeases leases();

    protected abstract HeldDevices held();

    @Test
    void theFirstLeaseIsFreshAndARenewedOneIsTheSame() {
        assertThat(leases().renew(node, LONG).block()).isTrue();
        LeaseId lease = current();

        assertThat(leases().renew(node, LONG).block()).isFalse();
        assertThat(current()).isEqualTo(lease);
        assertThat(lease.node()).isEqualTo(node);
    }

    @Test
    void aNodeWithoutLeaseHasNoCurrentOne() {
        assertThat(leases().current(node).blockOptional()).isEmpty();
    }

    @Test
    void aLeaseRunsOutAndTheNextIsAnother() {
        leases().renew(node, LONG).block();
        LeaseId lost = current();
        leases().renew(node, SHORT).block();
        await().until(() -> leases().current(node).blockOptional().isEmpty());

        assertThat(leases().renew(node, LONG).block()).isTrue();

        assertThat(current()).isNotEqualTo(lost);
        assertThat(lease(lost).valid()).isFalse();
        assertThat(lease(current()).valid()).isTrue();
    }

    @Test
    void anEndedLeaseIsOverAtOnce() {
        leases().renew(node, LONG).block();
        LeaseId lease = current();

        leases().end(node).block();

        assertThat(leases().current(node).blockOptional()).isEmpty();
        assertThat(lease(lease).valid()).isFalse();
    }

    @Test
    void endingTwiceKeepsTheFirstEnd() {
        leases().renew(node, LONG).block();
        LeaseId lease = current();
        leases().end(node).block();
        var ended = lease(lease).ends();

        leases().end(node).block();

        assertThat(lease(lease).ends()).isEqualTo(ended);
    }

    @Test
    void aLeaseHoldsDevicesUntilTheyAreReleased() {
        leases().renew(node, LONG).block();
        LeaseId lease = current();

        assertThat(held().hold(lease, List.of(first, second)).block()).isTrue();
        assertThat(held().count(lease).block()).isEqualTo(2);
        held().release(lease, List.of(first)).block();

        assertThat(held().some(lease, 10).collectList().block()).containsExactly(second);
    }

    @Test
    void noMoreDevicesThanAskedForAreGiven() {
        leases().renew(node, LONG).block();
        held().hold(current(), List.of(first, second)).block();

        assertThat(held().some(current(), 1).collectList().block()).hasSize(1);
    }

    @Test
    void aLeaseThatIsOverTakesNoMoreDevices() {
        leases().renew(node, LONG).block();
        LeaseId lease = current();
        leases().end(node).block();

        assertThat(held().hold(lease, List.of(first)).block()).isFalse();
        assertThat(held().some(lease, 10).collectList().block()).isEmpty();
    }

    @Test
    void aLeaseIsBuriedOnlyWhenItHoldsNothing() {
        leases().renew(node, LONG).block();
        LeaseId lease = current();
        held().hold(lease, List.of(first)).block();
        leases().end(node).block();

        leases().bury(lease).block();
        assertThat(leases().all().map(Lease::id).collectList().block()).contains(lease);

        held().release(lease, List.of(first)).block();
        leases().bury(lease).block();
        assertThat(leases().all().map(Lease::id).collectList().block()).doesNotContain(lease);
    }

    @Test
    void buryingAnOldLeaseLeavesTheNodesNewOne() {
        leases().renew(node, LONG).block();
        LeaseId old = current();
        leases().end(node).block();
        leases().renew(node, LONG).block();
        LeaseId young = current();

        leases().bury(old).block();

        assertThat(current()).isEqualTo(young);
    }

    @Test
    void oneAtATimeMayBuryALease() {
        leases().renew(node, LONG).block();
        LeaseId lease = current();

        assertThat(leases().claim(lease, SHORT).block()).isTrue();
        assertThat(leases().claim(lease, LONG).block()).isFalse();
        await().until(() -> leases().claim(lease, LONG).block());
    }

    private LeaseId current() {
        return leases().current(node).block();
    }

    private Lease lease(LeaseId id) {
        return leases().all().filter(lease -> lease.id().equals(id)).blockFirst();
    }
}
