package app.parley.profile.conversation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** How long what is said in a conversation is kept: its members decide, a group's admins. */
@Service
public class RetentionPolicies {

    private final GroupDecisions decisions;

    RetentionPolicies(GroupDecisions decisions) {
        this.decisions = decisions;
    }

    /**
     * Sets a conversation's own policy, or gives it up for the deployment's; in a group its admins may. Of two changes at once
     * both are made, one after the other.
     */
    public Decision<UUID> set(UUID member, UUID id, @Nullable Retention policy) {
        return decisions.ofAnyKind(member, id, conversation -> {
            if (conversation instanceof Group group) {
                if (!group.isAdmin(member)) {
                    return Decision.refused(new Refusal.NotAnAdmin());
                }
                group.keep(member, policy, DatabaseTime.now());
            } else {
                conversation.keep(policy);
            }
            return Decision.met(id);
        });
    }
}
