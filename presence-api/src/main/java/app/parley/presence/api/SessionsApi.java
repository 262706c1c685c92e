package app.parley.presence.api;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/** The sessions' part of the internal API of presence-service, served as {@link PresenceApi} is. */
@HttpExchange("/internal/v1")
public interface SessionsApi {

    /** Where a user is logged in, the oldest session first. */
    @GetExchange("/users/{user}/sessions")
    Mono<List<UserSession>> sessions(@PathVariable UUID user);

    /**
     * Forgets a user whose account is closed: their sessions end, their sockets are closed, and nothing is known of them any
     * more. May be asked again; 503 {@code unavailable} if it has to be, since not everything was done.
     */
    @DeleteExchange("/users/{user}")
    Mono<Void> forget(@PathVariable UUID user);
}
