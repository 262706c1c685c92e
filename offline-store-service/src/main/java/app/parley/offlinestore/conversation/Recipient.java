package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;

/**
 * A user and the devices that have to get a message; without any, it waits for the first to come.
 *
 * @param version grows with each change of the set of devices; 0 if it is not known
 * @param since no change after this version was forgotten
 */
public record Recipient(UUID user, long version, long since, List<UUID> devices) {}
