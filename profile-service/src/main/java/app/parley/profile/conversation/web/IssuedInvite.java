package app.parley.profile.conversation.web;

import app.parley.profile.conversation.GroupInvites;
import app.parley.profile.conversation.Invite;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new invite, with its code. */
record IssuedInvite(
        UUID id,

        @Schema(description = "What lets people in; it is told now and never again")
        String code,

        @Schema(description = "Until when it holds (RFC 3339)")
        Instant expiresAt,

        @Schema(
                types = {"integer", "null"},
                description = "How many people it serves; null for any number")
        @Nullable
        Integer uses,

        int used,

        @Schema(description = "Whether an admin has to agree to each")
        boolean approval) {

    static IssuedInvite of(GroupInvites.Issued issued) {
        Invite invite = issued.invite();
        return new IssuedInvite(
                invite.id(),
                issued.code().value(),
                invite.expiresAt(),
                invite.mostUses().orElse(null),
                invite.used(),
                invite.needsApproval());
    }

    /** Without the code, so that no log can hold it. */
    @Override
    public String toString() {
        return "IssuedInvite[id=" + id + "]";
    }
}
