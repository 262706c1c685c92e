package app.parley.profile.personal.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of one's starred messages. */
record StarPage(
        @Schema(description = "The last starred first") List<MessageStateView> stars,

        @Schema(
                types = {"integer", "null"},
                description = "What to ask for the next page with; null after the last one")
        @Nullable
        Long next) {}
