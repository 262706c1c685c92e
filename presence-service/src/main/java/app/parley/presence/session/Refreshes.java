package app.parley.presence.session;

import app.parley.presence.session.RefreshOutcome.Refreshed;
import app.parley.presence.session.RefreshOutcome.Reused;
import app.parley.presence.session.RefreshOutcome.Unknown;
import app.parley.presence.session.SessionStore.Rotation;
import app.parley.presence.token.TokenIssuer;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Exchanges refresh tokens. Each is good once; one that is shown again has been stolen, from or by whoever shows it, and
 * ends the session. Only for a moment after its first use is it answered again, with the same successor, since an answer
 * can get lost.
 */
@Service
public class Refreshes {

    private static final Logger log = LoggerFactory.getLogger(Refreshes.class);

    private final SessionStore store;
    private final Sessions sessions;
    private final TokenIssuer tokens;
    private final MeterRegistry meters;

    Refreshes(SessionStore store, Sessions sessions, TokenIssuer tokens, MeterRegistry meters) {
        this.store = store;
        this.sessions = sessions;
        this.tokens = tokens;
        this.meters = meters;
    }

    /** Exchanges the token that this text is. */
    public Mono<RefreshOutcome> refresh(String text) {
        return Mono.justOrEmpty(RefreshToken.parse(text))
                .flatMap(this::rotate)
                .defaultIfEmpty(new Unknown())
                .doOnNext(this::count);
    }

    private Mono<RefreshOutcome> rotate(RefreshToken shown) {
        String salt = RefreshToken.newSalt();
        RefreshToken next = shown.next(salt);
        return store.rotate(shown, next, salt).flatMap(rotation -> switch (rotation) {
            case Rotation.Rotated() -> Mono.just(refreshed(next));
            case Rotation.Repeated(String before) -> Mono.just(refreshed(shown.next(before)));
            case Rotation.Reused() -> reused(shown);
            case Rotation.Unknown() -> Mono.just(new Unknown());
        });
    }

    private RefreshOutcome refreshed(RefreshToken token) {
        return new Refreshed(new Grant(token.device(), tokens.issue(token.device()), token));
    }

    private Mono<RefreshOutcome> reused(RefreshToken shown) {
        log.warn("A used refresh token was shown again: {} is revoked", shown.device());
        return sessions.revoke(shown.device()).thenReturn(new Reused());
    }

    private void count(RefreshOutcome outcome) {
        String name = switch (outcome) {
            case Refreshed _ -> "refreshed";
            case Unknown _ -> "unknown";
            case Reused _ -> "reused";
        };
        meters.counter("parley.refreshes", "outcome", name).increment();
    }
}
