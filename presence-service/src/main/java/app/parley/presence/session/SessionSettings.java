package app.parley.presence.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many sessions there may be, and for how long.
 *
 * @param maxDevices how many devices a user may be logged in on; one more is refused
 * @param idleLifetime how long a session lives after its last refresh
 * @param refreshLeeway how long after a rotation the token before may be shown again, by a client that lost the answer
 * @param departureInterval how often this instance looks for devices that left for good
 * @param departureRetry how long until a departure is tried again that did not succeed
 */
@ConfigurationProperties("parley.presence.sessions")
@Validated
public record SessionSettings(
        @DefaultValue("10") @Min(1) @Max(100) int maxDevices,
        @DefaultValue("60d") @DurationMin(minutes = 1) Duration idleLifetime,

        @DefaultValue("10s") @DurationMin(seconds = 0) @DurationMax(minutes = 5)
        Duration refreshLeeway,

        @DefaultValue("1s") @DurationMin(millis = 50) Duration departureInterval,
        @DefaultValue("30s") @DurationMin(millis = 500) Duration departureRetry) {}
