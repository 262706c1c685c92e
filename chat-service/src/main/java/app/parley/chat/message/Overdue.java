package app.parley.chat.message;

import java.util.List;
import java.util.UUID;

/**
 * A user whose devices have not acknowledged in time.
 *
 * @param devices those that lack something
 * @param head the conversation's last durable message
 * @param toPush whether there are messages that no device of the user has and no push notification went out for
 * @param again whether this has been said several times
 */
public record Overdue(UUID conversation, UUID user, List<UUID> devices, long head, boolean toPush, boolean again) {}
