package app.parley.profile.conversation.web;

import static app.parley.profile.conversation.web.ConversationProblems.metOrThrow;

import app.parley.profile.conversation.Admission;
import app.parley.profile.conversation.Invitations;
import app.parley.profile.conversation.InviteCode;
import app.parley.profile.conversation.OwnConversations;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/invites/{code}")
@Tag(name = "Invites")
class InvitationController {

    private static final String GONE =
            "`invite_expired`, `invite_used_up`, `invite_revoked`: it served somebody, and does no more";

    private final Invitations invitations;
    private final OwnConversations conversations;

    InvitationController(Invitations invitations, OwnConversations conversations) {
        this.invitations = invitations;
        this.conversations = conversations;
    }

    @GetMapping
    @Operation(summary = "Look at the group that an invite leads to")
    @ApiResponse(responseCode = "200", description = "What everybody may know of it who has the code")
    @ApiResponse(responseCode = "404", description = "`unknown_invite`: no invite has that code")
    @ApiResponse(responseCode = "410", description = GONE)
    InvitePreview look(@PathVariable String code) {
        return InvitePreview.of(metOrThrow(invitations.look(new InviteCode(code))));
    }

    @PostMapping
    @Operation(
            summary = "Join a group by an invite",
            description = "Or ask its admins, if the invite says so. Said again, it changes nothing more.")
    @ApiResponse(responseCode = "200", description = "One is in the group")
    @ApiResponse(responseCode = "202", description = "One has asked to be", content = @Content)
    @ApiResponse(responseCode = "404", description = "`unknown_invite`: no invite has that code")
    @ApiResponse(responseCode = "409", description = "`group_full`: it may not have more members")
    @ApiResponse(responseCode = "410", description = GONE)
    ResponseEntity<ConversationView> accept(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable String code) {
        return switch (metOrThrow(invitations.accept(caller.user(), new InviteCode(code)))) {
            case Admission.In(UUID id) -> ResponseEntity.ok(view(caller, id));
            case Admission.Asked() -> ResponseEntity.accepted().build();
        };
    }

    private ConversationView view(Caller caller, UUID id) {
        return ConversationView.ofOrThrow(conversations.find(caller.user(), id));
    }
}
