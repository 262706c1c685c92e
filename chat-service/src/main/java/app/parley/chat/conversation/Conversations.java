package app.parley.chat.conversation;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * The conversations there are. A future is complete at once for what was asked for lately; it fails with
 * {@link NoConversationException}, or with anything else while conversations cannot be looked up.
 */
public interface Conversations {

    /** The direct conversation of two people, made on first use. */
    CompletableFuture<Conversation> direct(UUID first, UUID second);

    CompletableFuture<Conversation> byId(UUID conversation);
}
