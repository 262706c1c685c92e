package app.parley.profile.personal.web;

import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Draft;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one keeps a conversation for oneself. */
record ConversationStateView(
        @Schema(description = "The number of its last change among all that one keeps; 0 before the first")
        long version,

        UUID conversation,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "Until when it is muted (RFC 3339); 9999-12-31T23:59:59Z: for ever; null: not muted")
        @Nullable
        Instant mutedUntil,

        boolean archived,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "Since when it is pinned (RFC 3339); null: not pinned")
        @Nullable
        Instant pinnedAt,

        @Schema(
                types = {"object", "null"},
                description = "What is not sent yet: the content of a message")
        @Nullable
        Map<String, Object> draft,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "When the draft was stored (RFC 3339)")
        @Nullable
        Instant draftedAt,

        @Schema(description = "The messages up to this sequence number are hidden; 0: none")
        long clearedTo)
        implements EntryView {

    static ConversationStateView of(ConversationState state) {
        return new ConversationStateView(
                state.version(),
                state.conversation(),
                state.mutedUntil().orElse(null),
                state.isArchived(),
                state.pinnedAt().orElse(null),
                state.draft().map(Draft::asMap).orElse(null),
                state.draftedAt().orElse(null),
                state.clearedTo());
    }
}
