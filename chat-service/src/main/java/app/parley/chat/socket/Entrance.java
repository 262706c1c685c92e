package app.parley.chat.socket;

import app.parley.chat.protocol.CloseCode;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.routing.Device;
import app.parley.chat.session.Admissions;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.TokenVerifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets devices in, or says why not. */
@Component
class Entrance {

    private static final Logger log = LoggerFactory.getLogger(Entrance.class);

    private final TokenVerifier tokens;
    private final Admissions admissions;
    private final SocketSettings settings;

    Entrance(TokenVerifier tokens, Admissions admissions, SocketSettings settings) {
        this.tokens = tokens;
        this.admissions = admissions;
        this.settings = settings;
    }

    /** What became of a token that was shown. */
    sealed interface Verdict {

        record Welcome(Device device) implements Verdict {}

        record Refused(ErrorCode error, String reason, CloseCode close) implements Verdict {}
    }

    Mono<Verdict> admit(String token) {
        return tokens.verify(token)
                .map(caller -> new Device(caller.user(), caller.device()))
                .flatMap(this::admission)
                .onErrorResume(ProblemException.class, problem -> Mono.just(refused(problem)))
                .transform(this::inTime);
    }

    /** Lets a device in whose token was checked already. */
    Mono<Verdict> admit(Device device) {
        return admission(device).transform(this::inTime);
    }

    private Mono<Verdict> inTime(Mono<Verdict> verdict) {
        return verdict.timeout(settings.authWithin()).onErrorResume(failure -> {
            log.warn("A device cannot be let in: {}", failure.toString());
            return Mono.just(unavailable());
        });
    }

    private Mono<Verdict> admission(Device device) {
        return admissions.admit(device).map(held -> held ? new Verdict.Welcome(device) : revoked());
    }

    /** Says that a device has gone. */
    void gone(Device device) {
        admissions.gone(device);
    }

    private static Verdict refused(ProblemException problem) {
        return switch (problem.code()) {
            case "token_expired" ->
                new Verdict.Refused(
                        ErrorCode.TOKEN_EXPIRED, "the token has expired: refresh the session", CloseCode.TOKEN_EXPIRED);
            case "unavailable" -> unavailable();
            default ->
                new Verdict.Refused(
                        ErrorCode.TOKEN_INVALID,
                        "the token is not one of ours, or is damaged",
                        CloseCode.UNAUTHENTICATED);
        };
    }

    private static Verdict revoked() {
        return new Verdict.Refused(
                ErrorCode.SESSION_REVOKED, "the session was revoked: log in again", CloseCode.SESSION_REVOKED);
    }

    private static Verdict unavailable() {
        return new Verdict.Refused(
                ErrorCode.UNAVAILABLE, "devices cannot be let in now: come back later", CloseCode.UNAVAILABLE);
    }
}
