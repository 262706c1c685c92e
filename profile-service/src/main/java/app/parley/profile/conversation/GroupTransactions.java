package app.parley.profile.conversation;

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
     * @param group that has changed, or empty if none has
     */
    record Stored<T>(Decision<T> decision, Optional<Group> group) {}

    private final Conversations conversations;
    private final GroupChanges changes;

    GroupTransactions(Conversations conversations, GroupChanges changes) {
        this.conversations = conversations;
        this.changes = changes;
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
        var made = group.takeUnrecorded();
        made.forEach(changes::record);
        return new Stored<>(decision, made.isEmpty() ? Optional.empty() : Optional.of(group));
    }

    private static <T> Decision<T> unknown() {
        return Decision.refused(new Refusal.UnknownConversation());
    }
}
