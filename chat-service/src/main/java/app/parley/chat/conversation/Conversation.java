package app.parley.chat.conversation;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who takes part in a conversation.
 *
 * @param retention this conversation's own policy, or null for the deployment's
 */
public record Conversation(
        UUID id, List<UUID> members, @Nullable Retention retention) {

    /** What becomes of a message that every recipient device has acknowledged. */
    public enum Retention {
        WIPE,
        ARCHIVE
    }
}
