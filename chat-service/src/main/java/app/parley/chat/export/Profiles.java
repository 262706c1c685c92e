package app.parley.chat.export;

import java.util.UUID;
import reactor.core.publisher.Flux;

/** What people are, know and keep for themselves. */
public interface Profiles {

    /** All of somebody's, as JSON objects, of which the first is who they are; fails if there is no such user. */
    Flux<String> of(UUID user);
}
