package app.parley.presence.token;

import app.parley.presence.KeyFiles;
import com.nimbusds.jose.jwk.JWK;
import java.time.Duration;

/** Signing keys for tests in other packages. */
public final class SigningKeysOf {

    private SigningKeysOf() {}

    /** As if the service had been started with these. */
    public static SigningKeys these(JWK... keys) {
        return new SigningKeys(new IssuerSettings(
                KeyFiles.write(KeyFiles.privateSet(keys)), Duration.ofMinutes(10), Duration.ofMinutes(5)));
    }
}
