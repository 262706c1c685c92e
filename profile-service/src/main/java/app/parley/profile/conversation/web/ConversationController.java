package app.parley.profile.conversation.web;

import static app.parley.profile.conversation.web.ConversationProblems.metOrThrow;

import app.parley.profile.conversation.OwnConversation;
import app.parley.profile.conversation.OwnConversations;
import app.parley.profile.conversation.Place;
import app.parley.profile.conversation.Retention;
import app.parley.profile.conversation.RetentionPolicies;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/conversations")
@Tag(name = "Conversations")
class ConversationController {

    private final OwnConversations conversations;
    private final RetentionPolicies policies;

    ConversationController(OwnConversations conversations, RetentionPolicies policies) {
        this.conversations = conversations;
        this.policies = policies;
    }

    @GetMapping
    @Operation(summary = "List one's conversations", description = "Newest first, a page at a time.")
    @ApiResponse(responseCode = "200", description = "A page, which is empty for who has none")
    @ApiResponse(responseCode = "422", description = "`invalid_field`: the limit or the cursor is not valid")
    ConversationPage list(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @RequestParam(defaultValue = "50") @Min(1) @Max(100) int limit,
            @RequestParam(required = false) @Parameter(description = "`next` of the page before") @Nullable
                    String cursor) {
        Place after = cursor == null ? Place.START : place(cursor);
        List<OwnConversation> found = conversations.findAfter(caller.user(), after, limit + 1);
        List<OwnConversation> page = found.subList(0, Math.min(limit, found.size()));
        return new ConversationPage(
                page.stream().map(ConversationView::of).toList(),
                found.size() > limit ? Cursor.of(page.getLast().place()) : null);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Look a conversation up")
    @ApiResponse(responseCode = "200", description = "The conversation")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    ConversationView get(@Parameter(hidden = true) @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
        return view(caller, id);
    }

    @PutMapping("/{id}/retention")
    @Operation(
            summary = "Set how long messages are kept",
            description =
                    "Any member may, of a group its admins; it holds for the messages that are sent from then on.")
    @ApiResponse(responseCode = "200", description = "The conversation as it is now")
    @ApiResponse(responseCode = "403", description = "`not_an_admin`: it is a group, and one is no admin of it")
    @ApiResponse(responseCode = "404", description = "`unknown_conversation`: it does not exist, or one is not in it")
    ConversationView setRetention(
            @Parameter(hidden = true) @AuthenticationPrincipal Caller caller,
            @PathVariable UUID id,
            @RequestBody RetentionChange change) {
        Retention policy = change.retention() == null ? null : RetentionNames.domain(change.retention());
        return view(caller, metOrThrow(policies.set(caller.user(), id, policy)));
    }

    private ConversationView view(Caller caller, UUID id) {
        return ConversationView.ofOrThrow(conversations.find(caller.user(), id));
    }

    private static Place place(String cursor) {
        return Cursor.read(cursor)
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "cursor: is not one of this list's"));
    }
}
