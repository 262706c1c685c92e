package app.parley.service.token;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are checked.
 *
 * @param keySetUri where presence-service publishes its keys (JWK set, RFC 7517)
 * @param clockSkew how long after its expiry a token is taken, for clocks that differ
 */
@ConfigurationProperties("parley.service.tokens")
@Validated
public record TokenSettings(
        @Nullable URI keySetUri, @DefaultValue("5s") Duration clockSkew) {

    /** The {@code iss} claim of our tokens. */
    public static final String ISSUER = "parley";
}
