package app.parley.profile.conversation.web;

import app.parley.profile.api.Retention;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The policy that a conversation shall have; null must be said, so that a forgotten field changes nothing. */
record RetentionChange(
        @JsonProperty(required = true)
        @Schema(
                types = {"string", "null"},
                description = "`wipe`: a message is deleted when every recipient device has acknowledged it; `archive`:"
                        + " it stays; null: as the deployment says")
        @Nullable
        Retention retention) {}
