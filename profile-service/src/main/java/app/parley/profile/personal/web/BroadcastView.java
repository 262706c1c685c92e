package app.parley.profile.personal.web;

import app.parley.profile.personal.BroadcastList;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A list of people to whom one writes at once. */
record BroadcastView(
        @Schema(description = "The number of its last change among all that one keeps")
        long version,

        UUID id,

        @Schema(
                types = {"string", "null"},
                description = "What one calls it; null, in the feed: the list is gone",
                example = "Neighbours")
        @Nullable
        String name,

        @Schema(description = "In the order of their ids") List<UUID> recipients,

        @Schema(description = "When it was made (RFC 3339)") Instant createdAt)
        implements EntryView {

    static BroadcastView of(BroadcastList list) {
        return new BroadcastView(
                list.version(), list.id(), list.name().orElse(null), list.recipients(), list.createdAt());
    }
}
