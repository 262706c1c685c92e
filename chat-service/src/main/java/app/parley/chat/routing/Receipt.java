package app.parley.chat.routing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a user has received and read a conversation.
 *
 * @param user null for everybody in the group
 */
public record Receipt(UUID conversation, @Nullable UUID user, long delivered, long read) implements Signal {}
