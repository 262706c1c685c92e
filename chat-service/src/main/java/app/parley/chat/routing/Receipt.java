package app.parley.chat.routing;

import java.util.UUID;

/** How far a user has received and read a conversation. */
public record Receipt(UUID conversation, UUID user, long delivered, long read) implements Signal {}
