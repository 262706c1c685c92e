package app.parley.profile.conversation.web;

import static app.parley.profile.conversation.web.ConversationProblems.metOrThrow;

import app.parley.profile.conversation.GroupEditing;
import app.parley.profile.conversation.GroupFounding;
import app.parley.profile.conversation.OwnConversations;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations")
@Tag(name = "Groups")
class GroupController {

    private final GroupFounding founding;
    private final GroupEditing editing;
    private final OwnConversations conversations;

    GroupController(GroupFounding founding, GroupEditing editing, OwnConversations conversations) {
        this.founding = founding;
        this.editing = editing;
        this.conversations = conversations;
    }

    @PostMapping
    @Operation(summary = "Found a group", description = "One is its owner.")
    @ApiResponse(
            responseCode = "201",
            description = "The group",
            headers = @Header(name = "Location", description = "Its path", schema = @Schema(type = "string")))
    @ApiResponse(
            responseCode = "403",
            description = "`forbids_being_added`: `users` has the ids of those who do not let one add them")
    @ApiResponse(responseCode = "409", description = "`group_full`: a group may not have so many members")
    @ApiResponse(
            responseCode = "422",
            description =
                    "`invalid_field`: `errors` names each field and what is wrong; `unknown_user`: `users` has the"
                            + " ids that are nobody's")
    ResponseEntity<ConversationView> found(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @Valid @RequestBody GroupRequest request) {
        UUID id = metOrThrow(founding.found(caller.user(), request.members(), request.info(), request.rules()));
        return ResponseEntity.created(URI.create("/v1/conversations/" + id)).body(view(caller, id));
    }

    @PatchMapping("/{id}")
    @Operation(
            summary = "Change a group",
            description = "Name and description may those change whom its `editing` names, everything else its admins.")
    @ApiResponse(responseCode = "200", description = "The group as it is now")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: a part of it is only for admins; nothing changed")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "409", description = "`not_a_group`: it is of two people")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: `errors` names each field and what is wrong")
    ConversationView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody GroupChangeRequest change) {
        return view(caller, metOrThrow(editing.edit(caller.user(), id, change.edit())));
    }

    private ConversationView view(Caller caller, UUID id) {
        return ConversationView.ofOrThrow(conversations.find(caller.user(), id));
    }
}
