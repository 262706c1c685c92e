package app.parley.profile.block.web;

import app.parley.profile.account.UnknownUser;
import app.parley.profile.block.Block;
import app.parley.profile.block.BlockOutcome;
import app.parley.profile.block.Blocking;
import app.parley.profile.block.Blocks;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/blocks")
@Tag(name = "Privacy")
class BlockController {

    /** Before everybody: no account has this id. */
    private static final UUID START = new UUID(0, 0);

    private final Blocks blocks;
    private final Blocking blocking;

    BlockController(Blocks blocks, Blocking blocking) {
        this.blocks = blocks;
        this.blocking = blocking;
    }

    @GetMapping
    @Operation(summary = "List whom one blocks", description = "In the order of their ids, a page at a time.")
    @ApiResponse(responseCode = "200", description = "A page, which is empty for who blocks nobody")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit or the cursor is not valid")
    BlockPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Parameter(description = "`next` of the page before") @Nullable
                    UUID cursor) {
        List<Block> found = blocks.findAfter(caller.user(), cursor == null ? START : cursor, limit + 1);
        List<Block> page = found.subList(0, Math.min(limit, found.size()));
        return new BlockPage(
                page.stream().map(BlockView::of).toList(),
                page.size() < found.size() ? page.getLast().person().id() : null);
    }

    @PutMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Block a user",
            description = "From then on neither sees more of the other than handle and display name. The user is not"
                    + " told. Said again, it changes nothing more.")
    @ApiResponse(responseCode = "204", description = "The user is blocked")
    @ApiResponse(responseCode = "404", description = "`unknown_user`")
    @ApiResponse(responseCode = "409", description = "`too_many_blocks`: one may not block more")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not valid, or one's own")
    void put(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID user) {
        switch (blocking.block(caller.user(), user)) {
            case BlockOutcome.Blocked _ -> {}
            case BlockOutcome.UnknownPerson _ -> throw UnknownUser.problem();
            case BlockOutcome.Oneself _ ->
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "user: nobody blocks themselves");
            case BlockOutcome.Full full ->
                throw new ProblemException(
                        HttpStatus.CONFLICT,
                        "too_many_blocks",
                        "You block %d people; more are not possible.".formatted(full.most()));
        }
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Block a user no longer", description = "Also right for who is not blocked.")
    @ApiResponse(responseCode = "204", description = "The user is not blocked")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    void delete(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID user) {
        blocking.unblock(caller.user(), user);
    }
}
