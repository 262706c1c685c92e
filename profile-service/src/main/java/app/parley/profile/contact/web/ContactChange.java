package app.parley.profile.contact.web;

import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What one calls a contact; null must be said, so that a forgotten field changes nothing. */
record ContactChange(
        @JsonProperty(required = true)
        @Follows(value = Rule.DISPLAY_NAME, optional = true)
        @Schema(
                types = {"string", "null"},
                description = "1 to 64 characters of any script; null: as they call themselves",
                example = "Ada from work")
        @Nullable
        String name) {}
