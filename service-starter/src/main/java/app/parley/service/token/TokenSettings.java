package app.parley.service.token;

import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How access tokens are checked.
 *
 * @param keySetUri where presence-service publishes its keys (JWK set, RFC 7517); one address for each of its instances
 *     if no balancer stands before them
 * @param clockSkew how long after its expiry a token is taken, for clocks that differ
 * @param remembered for how many tokens api-gateway, chat-service and offline-store-service remember for five minutes that
 *     the signature is right, at some 3 KB each
 */
@ConfigurationProperties("parley.service.tokens")
@Validated
public record TokenSettings(
        @DefaultValue List<URI> keySetUri,
        @DefaultValue("5s") Duration clockSkew,
        @DefaultValue("10000") @Min(0) int remembered) {

    /** The {@code iss} claim of our tokens. */
    public static final String ISSUER = "parley";

    /** How long connecting to an instance that has the keys may take. */
    static final Duration KEYS_CONNECT = Duration.ofSeconds(1);

    /** How long such an instance may take to answer. */
    static final Duration KEYS_ANSWER = Duration.ofSeconds(2);

    /** The addresses of the keys; without one, no token can be checked. */
    List<URI> keySets() {
        if (keySetUri.isEmpty()) {
            throw new IllegalStateException("parley.service.tokens.key-set-uri is not set");
        }
        return keySetUri;
    }
}
