package app.parley.chat.watching.presence;

import app.parley.chat.watching.Presence;
import app.parley.chat.watching.Presences;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.UserPresence;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who is online, as presence-service knows. */
@Component
class ServicePresences implements Presences {

    private static final int LOOKUP_SIZE = 500;

    private final PresenceApi presence;

    ServicePresences(PresenceApi presence) {
        this.presence = presence;
    }

    @Override
    public Mono<List<Presence>> of(Collection<UUID> users) {
        return Flux.fromIterable(users)
                .buffer(LOOKUP_SIZE)
                .concatMap(some -> presence.presence(some).flatMapIterable(found -> found))
                .map(ServicePresences::presence)
                .collectList();
    }

    private static Presence presence(UserPresence found) {
        return new Presence(found.user(), found.online(), found.online() ? null : found.lastSeen());
    }
}
