package app.parley.profile.contact.web;

import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.jspecify.annotations.Nullable;

/** Somebody whom one knows by their phone number. */
record ContactByPhone(
        @Follows(Rule.PHONE)
        @Schema(
                description = "In international form, from + and the country's code on",
                example = "+442079460123",
                requiredMode = RequiredMode.REQUIRED)
        String phone,

        @Follows(value = Rule.DISPLAY_NAME, optional = true)
        @Schema(
                types = {"string", "null"},
                description = "What one calls them, 1 to 64 characters of any script; null: as they call themselves",
                requiredMode = RequiredMode.NOT_REQUIRED)
        @Nullable
        String name) {}
