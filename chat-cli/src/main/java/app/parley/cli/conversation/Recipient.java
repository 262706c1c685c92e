package app.parley.cli.conversation;

import java.util.UUID;

/**
 * Whom something is for: one user, or all in a group.
 *
 * @param id of the user, or of the group's conversation
 */
public record Recipient(UUID id, boolean isGroup) {

    public static Recipient user(UUID user) {
        return new Recipient(user, false);
    }

    public static Recipient group(UUID conversation) {
        return new Recipient(conversation, true);
    }
}
