package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Invite;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What admins see of an invite. */
record InviteView(
        UUID id,

        @Schema(description = "The user who made it") UUID creator,

        @Schema(description = "When it was made (RFC 3339)") Instant createdAt,

        @Schema(description = "Until when it holds (RFC 3339)")
        Instant expiresAt,

        @Schema(
                types = {"integer", "null"},
                description = "How many people it serves; null for any number")
        @Nullable
        Integer uses,

        @Schema(description = "How many it has served: who joined by it, or asked to")
        int used,

        @Schema(description = "Whether an admin has to agree to each")
        boolean approval) {

    static InviteView of(Invite invite) {
        return new InviteView(
                invite.id(),
                invite.creator(),
                invite.createdAt(),
                invite.expiresAt(),
                invite.mostUses().orElse(null),
                invite.used(),
                invite.needsApproval());
    }
}
