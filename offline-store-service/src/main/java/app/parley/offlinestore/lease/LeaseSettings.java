package app.parley.offlinestore.lease;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a shard is owned, and how soon a dead owner is followed.
 *
 * @param duration how long the others have to see a lease unchanged before they take the shard over
 * @param renewal how often an owner renews its leases, and says that it is there
 * @param margin how much earlier the owner stops than the others may start: it has to cover how much faster one clock may
 *     run than another in the time of a lease
 * @param watch how often an instance looks at the leases of all
 * @param patience how long a shard may be free before an instance takes it that has its share already
 * @param retry how long an instance waits after it failed to open a shard; twice as long each time that it fails again, up
 *     to twice the patience: its attempts must not keep the shard from those who can open it
 */
@Validated
@ConfigurationProperties("parley.offline-store.lease")
public record LeaseSettings(
        @DefaultValue("6s") Duration duration,
        @DefaultValue("1500ms") Duration renewal,
        @DefaultValue("1s") Duration margin,
        @DefaultValue("500ms") Duration watch,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("1s") Duration retry) {

    /** How long the owner itself may rely on a lease, from the moment at which it asked. */
    public Duration holds() {
        return duration.minus(margin);
    }

    /** The longest that an instance waits after it failed to open a shard. */
    public Duration retryAtMost() {
        return patience.multipliedBy(2);
    }

    @AssertTrue(message = "renewal must be at most a third of duration minus margin, and margin less than duration")
    boolean isRenewedInTime() {
        return margin.compareTo(duration) < 0 && renewal.multipliedBy(3).compareTo(holds()) <= 0;
    }
}
