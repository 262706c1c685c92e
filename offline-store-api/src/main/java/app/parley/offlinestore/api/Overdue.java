package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user whose devices have not acknowledged a message in time.
 *
 * @param devices those that lack it
 * @param head the conversation's last durable message
 * @param pushFrom the first message that neither any device of the user has nor a push notification went out for; null if
 *     there is none. A push is for all from there to {@code head}
 * @param again whether this has been said several times, so that a device may have lost what it was sent
 */
public record Overdue(
        UUID conversation,
        UUID user,
        List<UUID> devices,
        long head,
        @Nullable Long pushFrom,
        boolean again) {}
