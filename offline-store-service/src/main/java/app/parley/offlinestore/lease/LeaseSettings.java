package app.parley.offlinestore.lease;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a shard is owned.
 *
 * @param duration how long a lease holds if it is not renewed
 * @param renewal how often it is renewed
 * @param margin how much earlier its owner stops than others may start
 * @param retry how long to wait before trying again to take a shard
 */
@Validated
@ConfigurationProperties("parley.offline-store.lease")
public record LeaseSettings(
        @DefaultValue("20s") Duration duration,
        @DefaultValue("5s") Duration renewal,
        @DefaultValue("3s") Duration margin,
        @DefaultValue("1s") Duration retry) {

    /** How long the owner itself may rely on a lease, from the moment at which it asked. */
    public Duration holds() {
        return duration.minus(margin);
    }
}
