package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Member;
import app.parley.profile.conversation.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What the members of a conversation see of each other's part in it. */
record MemberView(
        UUID user,

        @Schema(description = "In a direct conversation both are members")
        Role role,

        @Schema(description = "When they joined (RFC 3339)") Instant joinedAt) {

    static MemberView of(Member member) {
        return new MemberView(member.user(), member.role(), member.joinedAt());
    }
}
