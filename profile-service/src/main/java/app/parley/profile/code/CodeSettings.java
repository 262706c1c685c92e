package app.parley.profile.code;

import jakarta.validation.Valid;
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
 * One-time codes for verifying addresses and signing in.
 *
 * @param sender who sends them: {@code none}, so that nobody can ask for one; {@code log}, for development: this service's
 *     log shows each code; {@code http}: what {@code parley.profile.codes.http} names
 * @param lifetime how long a code is good
 * @param mostTries how often a code may be tried before it is void
 * @param perAddress how many may be asked for to one address, for each purpose
 * @param perAccount how many one account may ask for to verify addresses, all taken together
 * @param signInsAtOnce how many codes to sign in with may be on their way to the sender at once
 * @param cleaning how often this instance looks for codes and counts that are over
 */
@ConfigurationProperties("parley.profile.codes")
@Validated
public record CodeSettings(
        @NotNull @DefaultValue("none") Sender sender,

        @NotNull @DefaultValue("10m") @DurationMin(minutes = 1) @DurationMax(hours = 1)
        Duration lifetime,

        @DefaultValue("5") @Min(1) @Max(10) int mostTries,
        @Valid @NotNull @DefaultValue PerAddress perAddress,
        @Valid @NotNull @DefaultValue PerAccount perAccount,
        @DefaultValue("64") @Min(1) @Max(10_000) int signInsAtOnce,

        @NotNull @DefaultValue("1m") @DurationMin(seconds = 1)
        Duration cleaning) {

    /** Who sends codes. */
    public enum Sender {
        NONE,
        LOG,
        HTTP
    }

    /**
     * How many codes may be asked for to one address.
     *
     * @param minute in any minute
     * @param hour in any hour
     * @param day in any 24 hours
     */
    public record PerAddress(
            @DefaultValue("1") @Min(1) @Max(100) int minute,
            @DefaultValue("5") @Min(1) @Max(100) int hour,
            @DefaultValue("10") @Min(1) @Max(100) int day) {

        SendingLimit limit() {
            return new SendingLimit(minute, hour, day);
        }
    }

    /**
     * How many codes one account may ask for.
     *
     * @param minute in any minute
     * @param hour in any hour
     * @param day in any 24 hours
     */
    public record PerAccount(
            @DefaultValue("3") @Min(1) @Max(100) int minute,
            @DefaultValue("10") @Min(1) @Max(100) int hour,
            @DefaultValue("20") @Min(1) @Max(100) int day) {

        SendingLimit limit() {
            return new SendingLimit(minute, hour, day);
        }
    }
}
