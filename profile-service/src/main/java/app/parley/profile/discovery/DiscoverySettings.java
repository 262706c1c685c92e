package app.parley.profile.discovery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Finding people by phone number. The quota keeps an account from trying out all the numbers there are.
 *
 * @param first how many different numbers an account may look up at first, and at most at once
 * @param perDay how many more it may look up each day
 * @param remembered for how many days a number that was looked up costs nothing again
 * @param cleaning how often this instance looks for what need not be remembered any more
 */
@ConfigurationProperties("parley.profile.discovery")
@Validated
public record DiscoverySettings(
        @DefaultValue("5000") @Min(1) @Max(100_000) int first,
        @DefaultValue("1000") @Min(1) @Max(100_000) int perDay,

        @NotNull @DefaultValue("30d") @DurationMin(days = 1) @DurationMax(days = 365)
        Duration remembered,

        @NotNull @DefaultValue("10m") @DurationMin(seconds = 1)
        Duration cleaning) {}
