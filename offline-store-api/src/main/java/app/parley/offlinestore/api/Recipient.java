package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;

/**
 * A user and the devices that have to get a message. A list that is older than one that the conversation has seen changes
 * nothing: the message waits for the devices of the newer one.
 *
 * @param version grows with each change of the set of devices; 0 if it is not known
 * @param since no change after this version was forgotten: a device of an older list that is missing in this one may have
 *     been forgotten, and stays
 * @param devices empty for a user who has none: the message waits for the first that they log in with
 */
public record Recipient(UUID user, long version, long since, List<UUID> devices) {}
