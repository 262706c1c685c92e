package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;

/** A user and the devices that have to get a message; without any, it waits for the first to come. */
public record Recipient(UUID user, List<UUID> devices) {}
