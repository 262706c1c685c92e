package app.parley.profile.personal.web;

import app.parley.profile.personal.MessageState;
import app.parley.profile.personal.PersonalMessages;
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
@RequestMapping("/v1")
@Tag(name = "Personal")
class StarController {

    private final PersonalMessages messages;

    StarController(PersonalMessages messages) {
        this.messages = messages;
    }

    @GetMapping("/stars")
    @Operation(summary = "List one's starred messages", description = "The last starred first, a page at a time.")
    @ApiResponse(responseCode = "200", description = "A page, which is empty for who has none")
    @ApiResponse(
            responseCode = "422",
            description = "`invalid_field`: the conversation, the limit or the cursor is not valid")
    StarPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Parameter(description = "Only those of this conversation") @Nullable
                    UUID conversation,
            @RequestParam(defaultValue = "200") @Min(1) @Max(500) int limit,
            @RequestParam(required = false) @Min(1) @Parameter(description = "`next` of the page before") @Nullable
                    Long cursor) {
        List<MessageState> found =
                messages.starred(caller.user(), conversation, cursor == null ? Long.MAX_VALUE : cursor, limit + 1);
        List<MessageState> page = found.subList(0, Math.min(limit, found.size()));
        return new StarPage(
                page.stream().map(MessageStateView::of).toList(),
                page.size() < found.size() ? page.getLast().version() : null);
    }

    @PutMapping("/conversations/{id}/stars/{seq}")
    @Operation(
            summary = "Star a message",
            description =
                    "For oneself: nobody else is told, but one's own devices are. Said again, it changes nothing.")
    @ApiResponse(responseCode = "200", description = "The message is starred")
    @ApiResponse(
            responseCode = "404",
            description = "`unknown_conversation`: it does not exist, or one is not in it; `unknown_message`: one has"
                    + " hidden it")
    @ApiResponse(responseCode = "409", description = "`too_many_starred`: so many are starred")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id or the number is not valid")
    MessageStateView star(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable @Min(1) @Max(Seq.MOST) long seq) {
        return MessageStateView.of(messages.star(caller.user(), id, seq));
    }

    @DeleteMapping("/conversations/{id}/stars/{seq}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Take a star away",
            description = "Also right where there is none, and in a conversation that one has left.")
    @ApiResponse(responseCode = "204", description = "The message is not starred")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id or the number is not valid")
    void unstar(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable @Min(1) @Max(Seq.MOST) long seq) {
        messages.unstar(caller.user(), id, seq);
    }
}
