package app.parley.profile.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How long what is said in a conversation is kept: its members decide, a group's admins. */
@Service
public class RetentionPolicies {

    private final Conversations conversations;

    RetentionPolicies(Conversations conversations) {
        this.conversations = conversations;
    }

    /**
     * Sets a conversation's own policy, or gives it up for the deployment's; in a group its admins may. Of two changes at once
     * both are made, one after the other.
     */
    @Retryable(includes = OptimisticLockingFailureException.class, delay = 10, jitter = 10)
    @Transactional
    public Decision<UUID> set(UUID member, UUID id, @Nullable Retention policy) {
        Membership membership = conversations.findMembership(member, id).orElse(null);
        if (membership == null) {
            return Decision.refused(new Refusal.UnknownConversation());
        }
        if (membership.conversation() instanceof Group && !membership.role().isAdmin()) {
            return Decision.refused(new Refusal.NotAnAdmin());
        }
        membership.conversation().keep(policy);
        return Decision.met(id);
    }
}
