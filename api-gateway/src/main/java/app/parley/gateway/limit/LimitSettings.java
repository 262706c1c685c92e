package app.parley.gateway.limit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often what needs no token may be called. A client is an IPv4 address or an IPv6 network of 64 bits. The values are
 * in application.yml.
 *
 * @param enabled false only where something in front of the gateway does this
 * @param redisTimeout how long to wait for Redis; after that the request passes, and
 *     {@code parley.gateway.limit.unavailable} counts it
 * @param registration registrations of one client
 * @param login logins of one client, and codes to log in with that it asks for
 * @param loginByHandle the same with one handle, e-mail address or phone number, from wherever: it slows down who guesses
 *     one person's password or code from many addresses. The person shares it with the guesser, so it must leave room for
 *     both
 * @param refresh refreshes of one client
 */
@ConfigurationProperties("parley.gateway.limits")
@Validated
public record LimitSettings(
        @DefaultValue("true") boolean enabled,
        @NotNull @DefaultValue("250ms") Duration redisTimeout,
        @Valid @NotNull Limit registration,
        @Valid @NotNull Limit login,
        @Valid @NotNull Limit loginByHandle,
        @Valid @NotNull Limit refresh) {

    /**
     * A bucket that holds so many permits and fills up again, evenly, in a period.
     *
     * @param permits how many requests may come at once
     * @param seconds in how many seconds an empty bucket is full again
     */
    public record Limit(
            @Min(1) @Max(1_000_000) int permits,
            @Min(1) @Max(86_400) int seconds) {}
}
