package app.parley.profile.account.web;

import app.parley.profile.account.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people see of themselves. */
record OwnProfile(
        UUID id,
        @Schema(example = "ada.lovelace") String handle,
        @Schema(example = "Ada Lovelace") String displayName,

        @Schema(
                types = {"string", "null"},
                description = "What one says about oneself; null: nothing")
        @Nullable
        String about,

        @Schema(
                types = {"string", "null"},
                format = "uuid",
                description = "The media that shows one; null: none")
        @Nullable
        UUID photo,

        @Schema(description = "When the account was opened (RFC 3339)")
        Instant createdAt) {

    static OwnProfile of(Account account) {
        return new OwnProfile(
                account.id(),
                account.handle(),
                account.displayName(),
                account.about().orElse(null),
                account.photo().orElse(null),
                account.createdAt());
    }
}
