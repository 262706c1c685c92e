package app.parley.chat.conversation;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import reactor.core.publisher.Mono;

/**
 * The conversations there are. A future is complete at once for what was asked for lately; it fails with
 * {@link NoConversationException}, or with anything else while conversations cannot be looked up.
 */
public interface Conversations {

    /** The direct conversation of two people, made on first use. */
    CompletableFuture<Conversation> direct(UUID first, UUID second);

    CompletableFuture<Conversation> byId(UUID conversation);

    /** A group, asked for anew if what is remembered is of this version or an earlier one. */
    CompletableFuture<Conversation> after(UUID group, long version);

    /** As {@link #after}, but asked for once a second at most: for who is not in the group as it is remembered. */
    CompletableFuture<Conversation> doubted(UUID group, long version);

    /** The changes of a group that follow this version, ascending; perhaps not all of them, but at least one if there is one. */
    Mono<List<GroupChange>> changes(UUID group, long after);
}
