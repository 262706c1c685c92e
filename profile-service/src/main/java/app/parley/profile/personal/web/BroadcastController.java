package app.parley.profile.personal.web;

import app.parley.profile.account.DisplayName;
import app.parley.profile.personal.Broadcasts;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/broadcasts")
@Tag(name = "Broadcasts")
class BroadcastController {

    private final Broadcasts broadcasts;

    BroadcastController(Broadcasts broadcasts) {
        this.broadcasts = broadcasts;
    }

    @GetMapping
    @Operation(summary = "List one's broadcast lists")
    @ApiResponse(responseCode = "200", description = "All of them")
    BroadcastPage list(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller) {
        return new BroadcastPage(
                broadcasts.of(caller.user()).stream().map(BroadcastView::of).toList());
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look a broadcast list up")
    @ApiResponse(responseCode = "200", description = "The list")
    @ApiResponse(responseCode = "404", description = "`unknown_broadcast`: it is none of one's own")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    BroadcastView get(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return BroadcastView.of(broadcasts.get(caller.user(), id));
    }

    @PostMapping
    @Operation(summary = "Make a broadcast list", description = "The recipients are not told.")
    @ApiResponse(
            responseCode = "201",
            description = "The list",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "409", description = "`too_many_broadcasts`: one has so many")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`invalid_field`: `detail` names the field and what is wrong; `unknown_user`: `users` has the ids"
                            + " that are nobody's")
    ResponseEntity<BroadcastView> make(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody BroadcastRequest request) {
        BroadcastView made = BroadcastView.of(
                broadcasts.make(caller.user(), new DisplayName(request.name()), Set.copyOf(request.recipients())));
        return ResponseEntity.created(URI.create("/v1/broadcasts/" + made.id())).body(made);
    }

    @PatchMapping("/{id}")
    @Operation(summary = "Change a broadcast list", description = "The recipients are not told.")
    @ApiResponse(responseCode = "200", description = "The list as it is now")
    @ApiResponse(responseCode = "404", description = "`unknown_broadcast`: it is none of one's own")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`invalid_field`: `detail` names the field and what is wrong; `unknown_user`: `users` has the ids"
                            + " that are nobody's")
    BroadcastView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody BroadcastChange change) {
        return BroadcastView.of(broadcasts.change(
                caller.user(),
                id,
                change.name() == null ? null : new DisplayName(change.name()),
                change.recipients() == null ? null : Set.copyOf(change.recipients())));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remove a broadcast list", description = "Also right for one that is none.")
    @ApiResponse(responseCode = "204", description = "There is no such list")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    void remove(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        broadcasts.remove(caller.user(), id);
    }
}
