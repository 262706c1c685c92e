package app.parley.presence.token;

import app.parley.service.token.AccessTokens;
import app.parley.service.token.TokenSettings;
import com.nimbusds.jose.jwk.JWK;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Flux;

/** This service checks tokens by the keys it has, instead of asking itself for them over HTTP. */
@Configuration(proxyBeanMethods = false)
class OwnKeysConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ReactiveJwtDecoder jwtDecoder(SigningKeys keys, TokenSettings settings, Clock clock) {
        List<JWK> published = keys.published().getKeys();
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSource(token -> Flux.fromIterable(published)
                        .filter(key -> key.getKeyID().equals(token.getHeader().getKeyID())))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(AccessTokens.validator(settings, clock));
        return decoder;
    }
}
