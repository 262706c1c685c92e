package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Member;
import app.parley.profile.conversation.Role;
import app.parley.profile.privacy.Appearance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the members of a conversation see of each other's part in it. */
record MemberView(
        UUID user,

        @Schema(description = "In a direct conversation both are members")
        Role role,

        @Schema(
                types = {"string", "null"},
                description = "What they say about themselves; null: nothing, or one may not see it")
        @Nullable
        String about,

        @Schema(
                types = {"string", "null"},
                format = "uuid",
                description = "The media that shows them; null: none, or one may not see it")
        @Nullable
        UUID photo,

        @Schema(description = "When they joined (RFC 3339)") Instant joinedAt) {

    static MemberView of(Member member, Appearance appearance) {
        return new MemberView(member.user(), member.role(), appearance.about(), appearance.photo(), member.joinedAt());
    }
}
