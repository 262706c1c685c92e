package app.parley.chat.socket;

import app.parley.chat.protocol.CloseCode;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.routing.Device;
import app.parley.chat.session.Admission;
import app.parley.chat.session.Admissions;
import app.parley.chat.session.Reconnects;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.TokenVerifier;
import java.time.Duration;
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
    private final Connections connections;
    private final Reconnects reconnects;
    private final SocketSettings settings;

    Entrance(
            TokenVerifier tokens,
            Admissions admissions,
            Connections connections,
            Reconnects reconnects,
            SocketSettings settings) {
        this.tokens = tokens;
        this.admissions = admissions;
        this.connections = connections;
        this.reconnects = reconnects;
        this.settings = settings;
    }

    /** What became of a token that was shown. */
    sealed interface Verdict {

        record Welcome(Device device) implements Verdict {}

        /** There is no room now: to come back after this time. */
        record Later(String reason, Duration after) implements Verdict {}

        record Refused(ErrorCode error, String reason, CloseCode close) implements Verdict {}
    }

    Mono<Verdict> admit(String token) {
        return tokens.verify(token)
                .timeout(settings.authWithin())
                .map(caller -> new Device(caller.user(), caller.device()))
                .flatMap(this::admit)
                .onErrorResume(failure -> Mono.just(refused(failure)));
    }

    /** Lets a device in whose token was checked already. */
    Mono<Verdict> admit(Device device) {
        return admissions.admit(device).map(admission -> switch (admission) {
            case Admission.Held() -> new Verdict.Welcome(device);
            case Admission.Revoked() -> revoked();
            case Admission.Later(Duration after) ->
                new Verdict.Later("devices cannot be let in now: come back later", after);
        });
    }

    /** Says that a device has gone. */
    void gone(Device device) {
        admissions.gone(device);
    }

    /** While tokens cannot be checked nobody gets in, so that all of them come back. */
    private Verdict refused(Throwable failure) {
        String code = failure instanceof ProblemException problem ? problem.code() : "unavailable";
        return switch (code) {
            case "token_expired" ->
                new Verdict.Refused(
                        ErrorCode.TOKEN_EXPIRED, "the token has expired: refresh the session", CloseCode.TOKEN_EXPIRED);
            case "unavailable" -> {
                log.warn("A token cannot be checked: {}", failure.toString());
                yield new Verdict.Later(
                        "tokens cannot be checked now: come back later", reconnects.oneOf(connections.count()));
            }
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
}
