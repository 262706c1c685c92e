package app.parley.profile.conversation.web;

import app.parley.profile.conversation.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** The role that somebody shall have. */
record RoleChange(
        @JsonProperty(required = true)
        @NotNull
        @Schema(description = "`owner` hands the group over: whoever had it is an admin then")
        Role role) {}
