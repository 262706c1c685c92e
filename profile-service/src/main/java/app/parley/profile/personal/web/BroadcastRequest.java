package app.parley.profile.personal.web;

import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/** The broadcast list that somebody makes. */
record BroadcastRequest(
        @Follows(Rule.DISPLAY_NAME)
        @Schema(
                description = "1 to 64 characters of any script, spaces around them ignored",
                requiredMode = RequiredMode.REQUIRED,
                example = "Neighbours")
        String name,

        @NotNull
        @Size(min = 1, max = MOST_RECIPIENTS)
        @Schema(description = "Other users, 256 at most", requiredMode = RequiredMode.REQUIRED)
        List<@NotNull UUID> recipients) {

    static final int MOST_RECIPIENTS = 256;
}
