package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Invite;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The invite that somebody wants to give out. */
@Schema(extensions = @Extension(properties = @ExtensionProperty(name = "x-partial", value = "true")))
record InviteRequest(
        @Min(60)
        @Max(YEAR)
        @Schema(
                description = "For how many seconds it holds; 7 days unless said",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Long expiresIn,

        @Min(1)
        @Schema(
                description = "How many people it serves; any number unless said",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Integer uses,

        @Schema(description = "Whether an admin has to agree to each", requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        Boolean approval) {

    private static final long YEAR = 365 * 24 * 3600;
    private static final Duration WEEK = Duration.ofDays(7);

    Invite.Terms terms() {
        return new Invite.Terms(
                expiresIn == null ? WEEK : Duration.ofSeconds(expiresIn), uses, Boolean.TRUE.equals(approval));
    }
}
