package app.parley.chat.routing;

import java.util.Collection;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Tells all nodes, this one as well, that people show something else of themselves, or see something else of others. */
public interface PeopleNews {

    /** Done when this node has heard it, and the others are being told. At most once. */
    Mono<Void> changed(Collection<UUID> people);
}
