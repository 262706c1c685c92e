package app.parley.presence.token;

import app.parley.presence.device.Device;
import app.parley.service.token.TokenSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Issues access tokens: ES256, with the issuer {@code parley}, the user as {@code sub} and the claim {@code device}. */
@Component
public class TokenIssuer {

    private final SigningKeys keys;
    private final IssuerSettings settings;
    private final Clock clock;

    TokenIssuer(SigningKeys keys, IssuerSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    public AccessToken issue(Device device) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(TokenSettings.ISSUER)
                .subject(device.user().toString())
                .claim("device", device.id().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(settings.lifetime())))
                .jwtID(UUID.randomUUID().toString())
                .build();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(keys.signerId())
                .build();
        return new AccessToken(sign(new SignedJWT(header, claims)), settings.lifetime());
    }

    private String sign(SignedJWT token) {
        try {
            token.sign(keys.signer());
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("Key " + keys.signerId() + " could sign at start, but not now", e);
        }
    }
}
