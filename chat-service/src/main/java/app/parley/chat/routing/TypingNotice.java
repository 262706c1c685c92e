package app.parley.chat.routing;

import java.util.UUID;

/** A user types, or stopped. */
public record TypingNotice(UUID conversation, UUID user, boolean started) implements Signal {}
