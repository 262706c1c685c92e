package app.parley.gateway;

import app.parley.service.token.TokenSettings;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Access tokens as presence-service issues them. */
final class Tokens {

    private static final ECKey KEY = key();

    private Tokens() {}

    static String keySet() {
        return new JWKSet(KEY.toPublicJWK()).toString();
    }

    static String valid() {
        return token(KEY, Instant.now().plusSeconds(300));
    }

    static String expired() {
        return token(KEY, Instant.now().minusSeconds(300));
    }

    static String foreign() {
        return token(key(), Instant.now().plusSeconds(300));
    }

    private static String token(ECKey key, Instant expiry) {
        var claims = new JWTClaimsSet.Builder()
                .issuer(TokenSettings.ISSUER)
                .subject(UUID.randomUUID().toString())
                .claim("device", UUID.randomUUID().toString())
                .expirationTime(Date.from(expiry))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(KEY.getKeyID()).build(), claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
