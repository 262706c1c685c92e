package app.parley.presence.session.web;

import app.parley.presence.api.SessionsApi;
import app.parley.presence.api.UserSession;
import app.parley.presence.session.ClosedAccounts;
import app.parley.presence.session.Session;
import app.parley.presence.session.Sessions;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link SessionsApi}. */
@RestController
@Hidden
class InternalSessionController implements SessionsApi {

    private final Sessions sessions;
    private final ClosedAccounts closed;

    InternalSessionController(Sessions sessions, ClosedAccounts closed) {
        this.sessions = sessions;
        this.closed = closed;
    }

    @Override
    public Mono<List<UserSession>> sessions(UUID user) {
        return sessions.of(user).map(InternalSessionController::record).collectList();
    }

    @Override
    public Mono<Void> forget(UUID user) {
        return closed.forget(user);
    }

    private static UserSession record(Session session) {
        return new UserSession(
                session.device().id(),
                session.description().name(),
                session.description().platform(),
                session.createdAt());
    }
}
