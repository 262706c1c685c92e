package app.parley.service.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtValidationException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Checks the signature of a token once, and all else of it each time that it is shown. A signature costs more than all the
 * rest of a reconnect, and those who come back after a connection broke have the token that they had before.
 */
final class RememberedTokens implements ReactiveJwtDecoder {

    /** After this the signature is checked once more, by the keys that are known then. */
    private static final Duration BELIEVED_FOR = Duration.ofMinutes(5);

    private final ReactiveJwtDecoder signatures;
    private final OAuth2TokenValidator<Jwt> validator;
    private final Cache<String, Jwt> signed;

    /**
     * Remembers so many at most.
     *
     * @param signatures checks a signature, and need check nothing else
     */
    RememberedTokens(ReactiveJwtDecoder signatures, OAuth2TokenValidator<Jwt> validator, int most) {
        this.signatures = signatures;
        this.validator = validator;
        this.signed = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(BELIEVED_FOR)
                .build();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = signed.getIfPresent(token);
        return known == null
                ? signatures.decode(token).doOnNext(this::validate).doOnNext(valid -> signed.put(token, valid))
                : Mono.just(known).doOnNext(this::validate);
    }

    private void validate(Jwt token) {
        OAuth2TokenValidatorResult result = validator.validate(token);
        if (result.hasErrors()) {
            throw new JwtValidationException("the token is not valid", result.getErrors());
        }
    }
}
