package app.parley.profile.personal.web;

import app.parley.profile.personal.PersonalMessages;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations/{id}/hidden")
@Tag(name = "Personal")
class HiddenController {

    private final PersonalMessages messages;

    HiddenController(PersonalMessages messages) {
        this.messages = messages;
    }

    @PutMapping("/{seq}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete a message for oneself",
            description = "One's own devices show it no more, everybody else does. There is no way back.")
    @ApiResponse(responseCode = "204", description = "The message is hidden")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(responseCode = "409", description = "`too_many_hidden`: so many are hidden one by one")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the id or the number is not valid")
    void hide(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @PathVariable @Min(1) @Max(Seq.MOST) long seq) {
        messages.hide(caller.user(), id, Set.of(seq));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Delete several messages for oneself, or clear a conversation",
            description = "One's own devices show them no more, everybody else does. There is no way back.")
    @ApiResponse(responseCode = "204", description = "The messages are hidden")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    @ApiResponse(
            responseCode = "409",
            description = "`too_many_hidden`: so many are hidden one by one; to clear the conversation sets them free")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: `errors` names each field and what is wrong")
    void hide(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @Valid @RequestBody HiddenMessages hidden) {
        boolean single = hidden.seqs() != null && !hidden.seqs().isEmpty();
        if (hidden.upTo() == null && !single) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "seqs: must name a message where upTo does not");
        }
        if (hidden.upTo() != null) {
            messages.clear(caller.user(), id, hidden.upTo());
        }
        if (single) {
            messages.hide(caller.user(), id, Set.copyOf(hidden.seqs()));
        }
    }
}
