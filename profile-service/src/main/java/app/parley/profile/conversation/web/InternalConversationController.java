package app.parley.profile.conversation.web;

import app.parley.profile.api.Conversation;
import app.parley.profile.api.Pair;
import app.parley.profile.conversation.Conversations;
import app.parley.profile.conversation.DirectConversationOutcome;
import app.parley.profile.conversation.DirectConversations;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The conversations' part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/conversations")
@Hidden
class InternalConversationController {

    private final Conversations conversations;
    private final DirectConversations direct;

    InternalConversationController(Conversations conversations, DirectConversations direct) {
        this.conversations = conversations;
        this.direct = direct;
    }

    @PostMapping("/direct")
    Conversation direct(@RequestBody Pair pair) {
        UUID first = required("first", pair.first());
        UUID second = required("second", pair.second());
        return switch (direct.between(first, second)) {
            case DirectConversationOutcome.Found(var conversation) -> record(conversation);
            case DirectConversationOutcome.UnknownUser() ->
                throw new ProblemException(HttpStatus.NOT_FOUND, "unknown_user", "One of the two does not exist.");
            case DirectConversationOutcome.SameUser() -> throw invalid("second", "must not be the same user as first");
        };
    }

    @GetMapping("/{conversation}")
    Conversation conversation(@PathVariable UUID conversation) {
        return conversations
                .findById(conversation)
                .map(InternalConversationController::record)
                .orElseThrow(UnknownConversation::problem);
    }

    private static Conversation record(app.parley.profile.conversation.Conversation conversation) {
        return new Conversation(
                conversation.id(),
                conversation.members(),
                conversation.retention().map(RetentionNames::wire).orElse(null));
    }

    /** JSON may leave out what the record promises. */
    private static UUID required(String field, @Nullable UUID value) {
        if (value == null) {
            throw invalid(field, "must not be null");
        }
        return value;
    }

    private static ProblemException invalid(String field, String reason) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", field + ": " + reason);
    }
}
