package app.parley.profile.block.web;

import app.parley.profile.block.Block;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;

/** What people see of those whom they block. */
record BlockView(
        UUID user,
        @Schema(example = "ada.lovelace") String handle,
        @Schema(example = "Ada Lovelace") String displayName,

        @Schema(description = "When they were blocked (RFC 3339)")
        Instant blockedAt) {

    static BlockView of(Block block) {
        return new BlockView(
                block.person().id(), block.person().handle(), block.person().displayName(), block.blockedAt());
    }
}
