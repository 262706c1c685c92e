package app.parley.presence.presence;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What people let others see. */
public interface Sights {

    /** What a user may see of others: of each, in their order. */
    Mono<List<Sight>> of(UUID viewer, List<UUID> subjects);
}
