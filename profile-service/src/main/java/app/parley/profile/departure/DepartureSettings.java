package app.parley.profile.departure;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How accounts are closed.
 *
 * @param messages what becomes of the messages of whoever closes their account: {@code erase}, or {@code keep} without the
 *     sender
 * @param patience how long another service is waited for
 * @param interval how often this instance looks for closed accounts of which something is left
 * @param retry how long after a try the next one comes that goes on with an account; each in vain doubles that
 * @param longestRetry what that grows to at most
 */
@ConfigurationProperties("parley.profile.departure")
@Validated
public record DepartureSettings(
        @DefaultValue("erase") OwnMessages messages,

        @DefaultValue("5s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration patience,

        @DefaultValue("1s") @DurationMin(millis = 50) Duration interval,
        @DefaultValue("5s") @DurationMin(millis = 50) Duration retry,
        @DefaultValue("5m") @DurationMin(millis = 50) Duration longestRetry) {}
