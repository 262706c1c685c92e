package app.parley.profile.conversation.web;

import app.parley.profile.api.Retention;
import app.parley.profile.conversation.Conversation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What its members see of a conversation. */
record ConversationView(
        UUID id,

        @Schema(description = "The ids of the users who take part, oneself among them")
        List<UUID> members,

        @Schema(
                types = {"string", "null"},
                description = "The conversation's own policy; null: as the deployment says")
        @Nullable
        Retention retention,

        @Schema(description = "When somebody first wrote (RFC 3339)")
        Instant createdAt) {

    static ConversationView of(Conversation conversation) {
        return new ConversationView(
                conversation.id(),
                conversation.members(),
                conversation.retention().map(RetentionNames::wire).orElse(null),
                conversation.createdAt());
    }
}
