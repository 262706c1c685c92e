package app.parley.chat.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation, as somebody keeps it who is in it.
 *
 * @param isGroup or else it is of two
 * @param name the group's; null for a direct conversation
 * @param other who it is with; null for a group, and for somebody whose account is gone
 * @param mutedUntil null if it is not muted
 * @param pinnedAt null if it is not pinned
 * @param draft what they have not sent yet, a JSON object as text; null if there is nothing
 * @param clearedTo the messages up to this one are not shown to them
 * @param hidden nor are these, the newest of those that they do not want to see
 */
public record OwnConversation(
        UUID id,
        boolean isGroup,
        @Nullable String name,
        @Nullable Person other,
        long memberCount,
        Role role,
        @Nullable Instant mutedUntil,
        boolean archived,
        @Nullable Instant pinnedAt,
        @Nullable String draft,
        @Nullable Instant draftedAt,
        long clearedTo,
        List<Long> hidden) {

    /** Who a direct conversation is with. */
    public record Person(UUID user, String handle, String displayName) {}

    /** What somebody is in a group; in a direct conversation both are members. */
    public enum Role {
        OWNER,
        ADMIN,
        MEMBER
    }
}
