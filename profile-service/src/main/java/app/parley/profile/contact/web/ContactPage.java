package app.parley.profile.contact.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of one's address book. */
record ContactPage(
        @Schema(description = "In the order of their ids") List<ContactView> contacts,

        @Schema(
                types = {"string", "null"},
                format = "uuid",
                description = "What to ask for the next page with; null after the last one")
        @Nullable
        UUID next) {}
