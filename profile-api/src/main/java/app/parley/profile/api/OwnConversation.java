package app.parley.profile.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as somebody sees it who is in it.
 *
 * @param name the group's; null for a direct conversation
 * @param other who it is with; null for a group, and for somebody whose account is gone
 * @param memberCount how many are in it
 * @param role what they are in it
 * @param mutedUntil null: not muted; the end of the year 9999: for ever
 * @param pinnedAt null: not pinned
 * @param draft what they have not sent yet: the content of a message, a JSON object as text; null: nothing
 * @param clearedTo the messages up to here they do not want to see; 0: none
 * @param hidden the last of the other messages that they do not want to see, the highest number first, 16 at most
 */
public record OwnConversation(
        UUID id,
        ConversationKind kind,
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
        List<Long> hidden) {}
