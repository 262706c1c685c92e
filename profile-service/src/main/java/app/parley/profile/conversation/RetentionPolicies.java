package app.parley.profile.conversation;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long what is said in a conversation is kept: its members decide. */
@Service
public class RetentionPolicies {

    private final Conversations conversations;

    RetentionPolicies(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Sets a conversation's own policy, or gives it up for the deployment's. Of two changes at once both are made, one
     * after the other.
     */
    @Retryable(includes = OptimisticLockingFailureException.class, delay = 10, jitter = 10)
    @Transactional
    public Optional<Conversation> set(UUID member, UUID id, @Nullable Retention policy) {
        Optional<Conversation> conversation = conversations.findOf(member, id);
        conversation.ifPresent(known -> known.keep(policy));
        return conversation;
    }
}
