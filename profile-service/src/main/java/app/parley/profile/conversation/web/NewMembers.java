package app.parley.profile.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** Whom somebody adds to a group. */
record NewMembers(
        @NotEmpty @Schema(description = "Who is in the group already is passed over")
        List<@NotNull UUID> users) {}
