package app.parley.presence.token.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.parley.presence.PresenceServiceTest;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.CacheControl;

class KeySetTest extends PresenceServiceTest {

    @Test
    void allKeysArePublishedWithoutTheirPrivateParts() throws Exception {
        JWKSet keys = JWKSet.parse(keySet());

        assertThat(keys.getKeys()).hasSize(2).noneMatch(key -> key.isPrivate());
    }

    @Test
    void theKeySetMayBeCached() {
        http().get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectHeader()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic());
    }

    @Test
    void aTokenIsSignedByTheFirstKeyAndSaysWhoseItIs() throws Exception {
        Login login = login();
        SignedJWT token = SignedJWT.parse(login.accessToken());
        JWKSet keys = JWKSet.parse(keySet());

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getHeader().getKeyID()).isEqualTo("first");
        assertThat(token.verify(new ECDSAVerifier(keys.getKeyByKeyId("first").toECKey())))
                .isTrue();
        JWTClaimsSet claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("parley");
        assertThat(claims.getSubject()).isEqualTo(login.userId().toString());
        assertThat(claims.getStringClaim("device")).isEqualTo(login.deviceId().toString());
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(10));
    }

    private String keySet() {
        return http().get()
                .uri("/.well-known/jwks.json")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
