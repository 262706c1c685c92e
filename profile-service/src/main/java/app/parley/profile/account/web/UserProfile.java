package app.parley.profile.account.web;

import app.parley.profile.account.Account;
import app.parley.profile.privacy.Appearance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people see of each other. */
record UserProfile(
        UUID id,
        @Schema(example = "ada.lovelace") String handle,
        @Schema(example = "Ada Lovelace") String displayName,

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
        UUID photo) {

    static UserProfile of(Account account, Appearance appearance) {
        return new UserProfile(
                account.id(), account.handle(), account.displayName(), appearance.about(), appearance.photo());
    }
}
