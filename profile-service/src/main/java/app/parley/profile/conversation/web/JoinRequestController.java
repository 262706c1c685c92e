package app.parley.profile.conversation.web;

import static app.parley.profile.conversation.web.ConversationProblems.metOrThrow;

import app.parley.profile.conversation.JoinApprovals;
import app.parley.profile.conversation.JoinRequest;
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
@RequestMapping("/v1/conversations/{id}/requests")
@Tag(name = "Invites")
class JoinRequestController {

    /** Before everybody: no account has this id. */
    private static final UUID START = new UUID(0, 0);

    private final JoinApprovals approvals;

    JoinRequestController(JoinApprovals approvals) {
        this.approvals = approvals;
    }

    @GetMapping
    @Operation(
            summary = "List who asks to be let into a group",
            description = "In the order of their ids, a page at a time.")
    @ApiResponse(responseCode = "200", description = "A page, which is empty where nobody asks")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: one is none")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "409", description = "`not_a_group`: it is of two people")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit or the cursor is not valid")
    JoinRequestPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Parameter(description = "`next` of the page before") @Nullable
                    UUID cursor) {
        List<JoinRequest> found =
                metOrThrow(approvals.list(caller.user(), id, cursor == null ? START : cursor, limit + 1));
        List<JoinRequest> page = found.subList(0, Math.min(limit, found.size()));
        return new JoinRequestPage(
                page.stream().map(JoinRequestView::of).toList(),
                page.size() < found.size() ? page.getLast().user() : null);
    }

    @PutMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Let somebody in who asks", description = "Also right for who is in the group already.")
    @ApiResponse(responseCode = "204", description = "The user is in the group")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: one is none")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or one is not in it; `unknown_request`: the user"
                    + " has not asked")
    @ApiResponse(
            responseCode = "409",
            description = "`group_full`: it may not have more members; `not_a_group`: it is of two people")
    void approve(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID user) {
        metOrThrow(approvals.approve(caller.user(), id, user));
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Refuse somebody who asks, or ask no more",
            description = "Admins refuse; one's own request is withdrawn by one's own id.")
    @ApiResponse(responseCode = "204", description = "The user does not ask any more")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: one is none")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or one is not in it and has not asked;"
                    + " `unknown_request`: the user has not asked")
    @ApiResponse(responseCode = "409", description = "`not_a_group`: it is of two people")
    void refuse(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID user) {
        metOrThrow(approvals.refuse(caller.user(), id, user));
    }
}
