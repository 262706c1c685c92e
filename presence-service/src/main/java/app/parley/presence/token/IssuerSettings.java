package app.parley.presence.token;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are made.
 *
 * @param signingKeys a private JWK set (RFC 7517) of P-256 keys, each with a {@code kid}. The first signs; the public
 *     part of each is published, so that a new key can be announced before it signs, and an old one stays until its last
 *     token has expired. By the private parts ids of devices are recognised: a device whose id was made under a key that
 *     is gone, or of which only the public part is left, gets a new one if it logs in after the end of its session
 * @param lifetime how long an access token is valid. A revoked device's token is refused by this service at once, and by
 *     the others no later than this
 * @param keySetCaching how long others may remember the published keys
 */
@ConfigurationProperties("parley.presence.tokens")
@Validated
public record IssuerSettings(
        @NotNull(message = "must be the location of a private JWK set with P-256 keys, the first of which signs")
        Resource signingKeys,

        @DefaultValue("10m") @DurationMin(seconds = 10) @DurationMax(hours = 24)
        Duration lifetime,

        @DefaultValue("5m") @DurationMin(seconds = 0) Duration keySetCaching) {}
