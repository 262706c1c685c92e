package app.parley.profile.conversation.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of one's list of conversations. */
record ConversationPage(
        @Schema(description = "Newest first") List<ConversationView> conversations,

        @Schema(
                types = {"string", "null"},
                description = "What to ask for the next page with; null after the last one")
        @Nullable
        String next) {}
