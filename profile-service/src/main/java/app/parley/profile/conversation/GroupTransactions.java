package app.parley.profile.conversation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores what is decided about a group together with the changes that its log tells, all of it or nothing. */
@Component
class GroupTransactions {

    /**
     * What was decided.
     *
     * @param last of the changes that it made, or empty if it made none
     */
    record Stored<T>(Decision<T> decision, Optional<GroupChange> last) {}

    private final Conversations conversations;
    private final GroupChanges changes;
    private final JoinRequests requests;
    private final Unannounced unannounced;
    private final AnnouncingSettings announcing;

    GroupTransactions(
            Conversations conversations,
            GroupChanges changes,
            JoinRequests requests,
            Unannounced unannounced,
            AnnouncingSettings announcing) {
        this.conversations = conversations;
        this.changes = changes;
        this.requests = requests;
        this.unannounced = unannounced;
        this.announcing = announcing;
    }

    @Transactional
    public Stored<UUID> found(Group group) {
        conversations.saveAndFlush(group);
        return stored(group, Decision.met(group.id()));
    }

    /**
     * Decides about a group, as it is with its members. Each change counts the group on, so of two at once the second is
     * decided anew, on what the first has left.
     */
    @Retryable(
            includes = OptimisticLockingFailureException.class,
            maxRetries = 20,
            delay = 10,
            jitter = 10,
            multiplier = 1.5,
            maxDelay = 200)
    @Transactional
    public <T> Stored<T> decide(UUID id, Function<Conversation, Decision<T>> decide) {
        Optional<Conversation> conversation = conversations.findWithMembers(id);
        Decision<T> decision = conversation.map(decide).orElseGet(() -> unknown());
        return conversation.orElse(null) instanceof Group group
                ? stored(group, decision)
                : new Stored<>(decision, Optional.empty());
    }

    private <T> Stored<T> stored(Group group, Decision<T> decision) {
        List<GroupChange> made = group.takeUnrecorded();
        if (made.isEmpty()) {
            return new Stored<>(decision, Optional.empty());
        }
        made.forEach(this::record);
        unannounced.expect(group.id(), made.getLast().at().plus(announcing.retry()));
        return new Stored<>(decision, Optional.of(made.getLast()));
    }

    /** Whoever is in the group need not ask to be. */
    private void record(GroupChange change) {
        changes.record(change);
        if (!change.joined().isEmpty()) {
            requests.remove(change.conversation(), change.joined());
        }
    }

    private static <T> Decision<T> unknown() {
        return Decision.refused(new Refusal.UnknownConversation());
    }
}
