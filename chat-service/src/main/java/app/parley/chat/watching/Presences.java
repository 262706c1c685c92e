package app.parley.chat.watching;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who is online. */
public interface Presences {

    Mono<List<Presence>> of(Collection<UUID> users);
}
