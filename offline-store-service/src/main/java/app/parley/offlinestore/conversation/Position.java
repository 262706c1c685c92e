package app.parley.offlinestore.conversation;

import java.util.UUID;

/** Where a device stands: it has everything up to its cursor, of what is durable up to the head. */
public record Position(UUID conversation, long cursor, long head) {}
