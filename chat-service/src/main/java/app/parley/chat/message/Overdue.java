package app.parley.chat.message;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user whose devices have not acknowledged in time.
 *
 * @param devices those that lack something
 * @param head the conversation's last durable message
 * @param pushFrom the first message that no device of the user has and no push notification went out for, or null
 * @param again whether this has been said several times
 */
public record Overdue(
        UUID conversation,
        UUID user,
        List<UUID> devices,
        long head,
        @Nullable Long pushFrom,
        boolean again) {}
