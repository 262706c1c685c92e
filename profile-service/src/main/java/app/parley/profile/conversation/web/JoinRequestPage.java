package app.parley.profile.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of those who ask to be let into a group. */
record JoinRequestPage(
        @Schema(description = "In the order of the users' ids")
        List<JoinRequestView> requests,

        @Schema(
                types = {"string", "null"},
                format = "uuid",
                description = "What to ask for the next page with; null after the last one")
        @Nullable
        UUID next) {}
