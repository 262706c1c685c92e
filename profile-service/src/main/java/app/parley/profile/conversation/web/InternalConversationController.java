package app.parley.profile.conversation.web;

import app.parley.profile.api.Conversation;
import app.parley.profile.api.GroupChange;
import app.parley.profile.api.Pair;
import app.parley.profile.api.Retention;
import app.parley.profile.conversation.Audience;
import app.parley.profile.conversation.Blockers;
import app.parley.profile.conversation.Conversations;
import app.parley.profile.conversation.DirectConversations;
import app.parley.profile.conversation.Group;
import app.parley.profile.conversation.GroupChanges;
import app.parley.service.problem.ProblemException;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The conversations' part of {@link app.parley.profile.api.ProfileApi}. */
@RestController
@RequestMapping("/internal/v1/conversations")
@Hidden
class InternalConversationController {

    private static final int MOST = 500;
    private static final int MOST_CHANGES = 100;

    private final Conversations conversations;
    private final DirectConversations direct;
    private final GroupChanges changes;
    private final Blockers blockers;

    InternalConversationController(
            Conversations conversations, DirectConversations direct, GroupChanges changes, Blockers blockers) {
        this.conversations = conversations;
        this.direct = direct;
        this.changes = changes;
        this.blockers = blockers;
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

    @GetMapping("/{id}/changes")
    List<GroupChange> changes(@PathVariable UUID id, @RequestParam long after) {
        return changes.findAfter(id, after, MOST_CHANGES).stream()
                .map(InternalConversationController::record)
                .toList();
    }

    private List<@Nullable Conversation> inOrder(
            List<UUID> ids, Map<UUID, app.parley.profile.conversation.Conversation> found) {
        Map<UUID, List<UUID>> blocking = blockers.of(found.values());
        List<@Nullable Conversation> answers = new ArrayList<>();
        for (UUID id : ids) {
            var conversation = found.get(id);
            answers.add(conversation == null ? null : record(conversation, blocking.getOrDefault(id, List.of())));
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

    private static Conversation record(app.parley.profile.conversation.Conversation conversation, List<UUID> blocking) {
        Retention retention = conversation.retention().map(RetentionNames::wire).orElse(null);
        if (!(conversation instanceof Group group)) {
            return new Conversation(
                    conversation.id(), conversation.members(), retention, 0, blocking, List.of(), false, false);
        }
        return new Conversation(
                group.id(),
                group.members(),
                retention,
                group.changes(),
                List.of(),
                group.admins(),
                group.rules().sending() == Audience.ADMINS,
                group.rules().editing() == Audience.ADMINS);
    }

    private static GroupChange record(app.parley.profile.conversation.GroupChange change) {
        return new GroupChange(
                change.conversation(),
                change.version(),
                change.id(),
                change.actor(),
                change.content(),
                change.joined(),
                change.left(),
                change.isFromTheStart());
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
