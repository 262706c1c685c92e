package app.parley.profile.personal.web;

import app.parley.profile.personal.PersonalConversations;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations/{id}/personal")
@Tag(name = "Personal")
class PersonalConversationController {

    private final PersonalConversations conversations;

    PersonalConversationController(PersonalConversations conversations) {
        this.conversations = conversations;
    }

    @GetMapping
    @Operation(summary = "Look up how one keeps a conversation for oneself")
    @ApiResponse(responseCode = "200", description = "How it is now")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id is not a UUID")
    ConversationStateView get(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return ConversationStateView.of(conversations.get(caller.user(), id));
    }

    @PatchMapping
    @Operation(
            summary = "Mute, archive or pin a conversation, or keep a draft",
            description = "For oneself: nobody else is told, but one's own devices are.")
    @ApiResponse(responseCode = "200", description = "How it is now")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "409", description = "`too_many_pinned`: so many are pinned; nothing changed")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: `detail` names the field and what is wrong")
    ConversationStateView change(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody ConversationStateChange change) {
        return ConversationStateView.of(conversations.change(caller.user(), id, change.edit()));
    }
}
