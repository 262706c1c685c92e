package app.parley.profile.account.web;

import app.parley.profile.account.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What people see of themselves. */
record OwnProfile(
        UUID id,
        @Schema(example = "ada.lovelace") String handle,
        @Schema(example = "Ada Lovelace") String displayName,

        @Schema(description = "When the account was opened (RFC 3339)")
        Instant createdAt) {

    static OwnProfile of(Account account) {
        return new OwnProfile(account.id(), account.handle(), account.displayName(), account.createdAt());
    }
}
