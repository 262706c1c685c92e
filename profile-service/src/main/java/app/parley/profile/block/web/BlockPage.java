package app.parley.profile.block.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of those whom one blocks. */
record BlockPage(
        @Schema(description = "In the order of their ids") List<BlockView> blocks,

        @Schema(
                types = {"string", "null"},
                format = "uuid",
                description = "What to ask for the next page with; null after the last one")
        @Nullable
        UUID next) {}
