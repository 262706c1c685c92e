package app.parley.profile;

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
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Access tokens as presence-service would issue them, and the key set that it would publish. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTokens {

    private final ECKey key;
    private final HttpServer keySet;

    TestTokens() throws JOSEException, IOException {
        this.key = new ECKeyGenerator(Curve.P_256)
                .keyID("test")
                .algorithm(JWSAlgorithm.ES256)
                .generate();
        byte[] published = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        this.keySet = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keySet.createContext("/jwks.json", exchange -> {
            exchange.sendResponseHeaders(200, published.length);
            exchange.getResponseBody().write(published);
            exchange.close();
        });
    }

    @Bean(initMethod = "start")
    HttpServer keySetServer() {
        return keySet;
    }

    @Bean
    static DynamicPropertyRegistrar keySetUri(HttpServer keySetServer) {
        return properties -> properties.add(
                "parley.service.tokens.key-set-uri",
                () -> "http://localhost:" + keySetServer.getAddress().getPort() + "/jwks.json");
    }

    public String issue(UUID user) {
        return issue(user, Instant.now().plusSeconds(600));
    }

    public String issue(UUID user, Instant expiry) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    new JWTClaimsSet.Builder()
                            .issuer("parley")
                            .subject(user.toString())
                            .claim("device", UUID.randomUUID().toString())
                            .expirationTime(Date.from(expiry))
                            .build());
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
