package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;

/**
 * A user whose devices lack messages that are visible.
 *
 * @param devices those that do; not the mailbox
 * @param head the last visible message
 * @param toPush whether there are messages that neither one of the user's devices has nor a push notification went out for
 */
public record Overdue(UUID conversation, UUID user, List<UUID> devices, long head, boolean toPush) {}
