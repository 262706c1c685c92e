package app.parley.chat.broadcast;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The broadcast lists there are. */
public interface BroadcastLists {

    /** Who is on this list, each once; empty if it is none of this user's, and an error while that cannot be looked up. */
    Mono<List<UUID>> recipients(UUID owner, UUID list);
}
