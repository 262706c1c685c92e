package app.parley.chat.inbox;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** Which conversations somebody is in, and how they keep them. */
public interface OwnConversations {

    /** All of them, in any order. */
    Mono<List<OwnConversation>> of(UUID user);
}
