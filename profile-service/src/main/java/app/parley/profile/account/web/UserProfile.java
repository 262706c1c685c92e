package app.parley.profile.account.web;

import app.parley.profile.account.Account;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What people see of each other. */
record UserProfile(
        UUID id,
        @Schema(example = "ada.lovelace") String handle,
        @Schema(example = "Ada Lovelace") String displayName) {

    static UserProfile of(Account account) {
        return new UserProfile(account.id(), account.handle(), account.displayName());
    }
}
