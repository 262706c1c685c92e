package app.parley.chat.export.presence;

import app.parley.chat.export.Logins;
import app.parley.presence.api.SessionsApi;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Asks presence-service. */
@Component
class ServiceLogins implements Logins {

    private final SessionsApi sessions;

    ServiceLogins(SessionsApi sessions) {
        this.sessions = sessions;
    }

    @Override
    public Flux<Login> of(UUID user) {
        return sessions.sessions(user)
                .flatMapIterable(found -> found)
                .map(session -> new Login(session.device(), session.name(), session.platform(), session.createdAt()));
    }
}
