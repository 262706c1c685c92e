package app.parley.profile.contact.web;

import app.parley.profile.account.Account;
import app.parley.profile.contact.Contact;
import app.parley.profile.privacy.Appearance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people see of their contacts. */
record ContactView(
        UUID user,
        @Schema(example = "ada.lovelace") String handle,

        @Schema(description = "What they call themselves now", example = "Ada Lovelace")
        String displayName,

        @Schema(
                types = {"string", "null"},
                description = "What one calls them; null: as they call themselves",
                example = "Ada from work")
        @Nullable
        String name,

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
        UUID photo,

        @Schema(description = "When they were added (RFC 3339)")
        Instant addedAt) {

    static ContactView of(Contact contact, Appearance appearance) {
        Account person = contact.person();
        return new ContactView(
                person.id(),
                person.handle(),
                person.displayName(),
                contact.name().orElse(null),
                appearance.about(),
                appearance.photo(),
                contact.addedAt());
    }
}
