package app.parley.service.token;

import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/** Checks an access token that came by another way than a header, as in the first frame of a WebSocket. */
public final class TokenVerifier {

    private final ReactiveJwtDecoder decoder;

    TokenVerifier(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    /**
     * Who shows this token. Fails with a {@link app.parley.service.problem.ProblemException}: 401
     * {@code token_expired} or {@code token_invalid}, 503 {@code unavailable} while the keys cannot be had.
     */
    public Mono<Caller> verify(String token) {
        return decoder.decode(token).map(AccessTokens::caller).onErrorMap(AccessTokens::problem);
    }
}
