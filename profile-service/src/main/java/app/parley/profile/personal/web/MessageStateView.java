package app.parley.profile.personal.web;

import app.parley.profile.personal.MessageState;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How one keeps a message for oneself. */
record MessageStateView(
        @Schema(description = "The number of its last change among all that one keeps")
        long version,

        UUID conversation,
        long seq,

        @Schema(
                types = {"string", "null"},
                format = "date-time",
                description = "When it was starred (RFC 3339); null: it is not")
        @Nullable
        Instant starredAt,

        @Schema(description = "Whether one does not want to see it")
        boolean hidden)
        implements EntryView {

    static MessageStateView of(MessageState state) {
        return new MessageStateView(
                state.version(),
                state.conversation(),
                state.seq(),
                state.starredAt().orElse(null),
                state.isHidden());
    }
}
