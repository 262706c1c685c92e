package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;

/**
 * A user and the devices that have to get a message.
 *
 * @param devices empty for a user who has none: the message waits for the first that they log in with
 */
public record Recipient(UUID user, List<UUID> devices) {}
