package app.parley.profile.conversation.web;

import static app.parley.profile.conversation.web.ConversationProblems.metOrThrow;

import app.parley.profile.conversation.GroupInvites;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations/{id}/invites")
@Tag(name = "Invites")
class InviteController {

    private final GroupInvites invites;

    InviteController(GroupInvites invites) {
        this.invites = invites;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Make an invite into a group",
            description = "Whoever knows its code can join. The code is in this answer and nowhere else.")
    @ApiResponse(responseCode = "201", description = "The invite")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: one is none")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(
            responseCode = "409",
            description = "`too_many_invites`: one has to be revoked first; `not_a_group`: it is of two people")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: `errors` names each field and what is wrong")
    IssuedInvite issue(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody InviteRequest request) {
        return IssuedInvite.of(metOrThrow(invites.issue(caller.user(), id, request.terms())));
    }

    @GetMapping
    @Operation(
            summary = "List a group's invites",
            description = "Those that serve somebody still, without their codes.")
    @ApiResponse(responseCode = "200", description = "All of them")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: one is none")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "409", description = "`not_a_group`: it is of two people")
    InviteList list(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return new InviteList(metOrThrow(invites.list(caller.user(), id)).stream()
                .map(InviteView::of)
                .toList());
    }

    @DeleteMapping("/{invite}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Revoke an invite", description = "Said again, it changes nothing more.")
    @ApiResponse(responseCode = "204", description = "It serves nobody any more")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: one is none")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or one is not in it; `unknown_invite`: the group"
                    + " has no such invite")
    @ApiResponse(responseCode = "409", description = "`not_a_group`: it is of two people")
    void revoke(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable UUID invite) {
        metOrThrow(invites.revoke(caller.user(), id, invite));
    }
}
