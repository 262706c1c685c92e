package app.parley.offlinestore.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user whose devices lack messages that are visible.
 *
 * @param devices those that do; not the mailbox
 * @param head the last visible message
 * @param pushFrom the first message that neither one of the user's devices has nor a push notification went out for, or null
 */
public record Overdue(
        UUID conversation,
        UUID user,
        List<UUID> devices,
        long head,
        @Nullable Long pushFrom) {}
