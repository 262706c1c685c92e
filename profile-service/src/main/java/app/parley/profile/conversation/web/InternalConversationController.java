package app.parley.profile.conversation.web;

import app.parley.profile.api.Conversation;
import app.parley.profile.api.Pair;
import app.parley.profile.conversation.Conversations;
import app.parley.profile.conversation.DirectConversations;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The conversations' part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/conversations")
@Hidden
class InternalConversationController {

    private static final int MOST = 500;

    private final Conversations conversations;
    private final DirectConversations direct;

    InternalConversationController(Conversations conversations, DirectConversations direct) {
        this.conversations = conversations;
        this.direct = direct;
    }

    @PostMapping("/direct")
    List<@Nullable Conversation> direct(@RequestBody List<Pair> pairs) {
        checkSize(pairs);
        List<DirectConversations.Pair> asked = pairs.stream()
                .map(pair -> new DirectConversations.Pair(
                        required("first", pair.first()), required("second", pair.second())))
                .toList();
        return inOrder(
                asked.stream().map(DirectConversations.Pair::conversation).toList(), direct.between(asked));
    }

    @PostMapping("/lookup")
    List<@Nullable Conversation> lookup(@RequestBody List<UUID> ids) {
        checkSize(ids);
        ids.forEach(id -> required("id", id));
        return inOrder(ids, conversations.findAllById(Set.copyOf(ids)));
    }

    private static List<@Nullable Conversation> inOrder(
            List<UUID> ids, Map<UUID, app.parley.profile.conversation.Conversation> found) {
        List<@Nullable Conversation> answers = new ArrayList<>();
        for (UUID id : ids) {
            var conversation = found.get(id);
            answers.add(conversation == null ? null : record(conversation));
        }
        return answers;
    }

    private static void checkSize(List<?> asked) {
        if (asked.isEmpty() || asked.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid_field",
                    "a call asks for " + asked.size() + " conversations, 1 to " + MOST + " expected");
        }
    }

    private static Conversation record(app.parley.profile.conversation.Conversation conversation) {
        return new Conversation(
                conversation.id(),
                conversation.members(),
                conversation.retention().map(RetentionNames::wire).orElse(null),
                0,
                null);
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
