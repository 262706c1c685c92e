package app.parley.profile.account.web;

import app.parley.profile.rule.Follows;
import app.parley.profile.rule.Rule;
import io.swagger.v3.oas.annotations.media.Schema;

/** What somebody chooses who registers. */
record RegistrationRequest(
        @Follows(Rule.HANDLE)
        @Schema(
                description = "3 to 32 characters: letters a-z (capitals are ignored) and digits, with single . _ or -"
                        + " between them",
                example = "ada.lovelace")
        String handle,

        @Follows(Rule.PASSWORD)
        @Schema(description = "8 to 128 characters, and not one of the most common passwords", format = "password")
        String password,

        @Follows(Rule.DISPLAY_NAME)
        @Schema(description = "1 to 64 characters of any script, spaces around them ignored", example = "Ada Lovelace")
        String displayName) {

    /** Without the password, so that no log can hold it. */
    @Override
    public String toString() {
        return "RegistrationRequest[handle=" + handle + "]";
    }
}
