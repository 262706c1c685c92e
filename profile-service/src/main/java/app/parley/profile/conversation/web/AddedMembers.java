package app.parley.profile.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Who has been added to a group. */
record AddedMembers(
        @Schema(description = "Those who were not in the group before")
        List<MemberView> members) {}
