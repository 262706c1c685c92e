package app.parley.profile.account.web;

import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.media.Schema;

/** What people change about themselves. */
record ProfileChange(
        @Follows(Rule.DISPLAY_NAME)
        @Schema(description = "1 to 64 characters of any script, spaces around them ignored", example = "Ada Lovelace")
        String displayName) {}
