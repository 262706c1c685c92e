package app.parley.offlinestore.shard;

import java.util.Set;
import java.util.UUID;

/**
 * Conversations in which something may wait for a user.
 *
 * @param listed those that are on the user's stored list
 */
public record WaitingConversations(Set<UUID> all, Set<UUID> listed) {}
