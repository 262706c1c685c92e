package app.parley.profile.personal.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** All of one's broadcast lists. */
record BroadcastPage(
        @Schema(description = "The oldest first") List<BroadcastView> broadcasts) {}
