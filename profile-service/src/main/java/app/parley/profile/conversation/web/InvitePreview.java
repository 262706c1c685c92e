package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Invitations;
import io.swagger.v3.oas.annotations.media.Schema;

/** What people see of a group who have been given the code of an invite. */
record InvitePreview(
        @Schema(example = "Analytical engine") String name,

        @Schema(description = "How many are in the group") int memberCount,

        @Schema(description = "Whether an admin has to agree")
        boolean approval) {

    static InvitePreview of(Invitations.Preview preview) {
        return new InvitePreview(preview.name(), preview.memberCount(), preview.approval());
    }
}
