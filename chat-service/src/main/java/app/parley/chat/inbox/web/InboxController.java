package app.parley.chat.inbox.web;

import app.parley.chat.inbox.Inbox;
import app.parley.chat.inbox.InboxPlace;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The first screen of an app. */
@RestController
@RequestMapping("/v1/inbox")
@Tag(name = "Inbox")
class InboxController {

    private final Inbox inbox;

    InboxController(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping
    @Operation(
            summary = "One's conversations, as the first screen shows them",
            description = "With their last message, how much is unread, and how one keeps them. Those that are archived"
                    + " are a list of their own.")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit, or a cursor that is none of ours.")
    @ApiResponse(responseCode = "503", description = "`unavailable`, retryable.")
    Mono<InboxView> list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "false") boolean archived,
            @Parameter(description = "`next` of the page before") @RequestParam(required = false) @Nullable
                    String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(500) int limit) {
        return inbox.of(caller.user(), archived, cursor == null ? null : place(cursor), limit)
                .map(InboxView::of)
                .onErrorMap(
                        failure -> !(failure instanceof ProblemException),
                        _ -> ProblemException.unavailable("A part of the service does not answer."));
    }

    private static InboxPlace place(String cursor) {
        return InboxCursor.read(cursor)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "cursor: is none of this list's"));
    }
}
