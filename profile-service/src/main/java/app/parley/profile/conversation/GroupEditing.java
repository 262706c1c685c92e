package app.parley.profile.conversation;

import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What groups say of themselves, and what is allowed in them. */
@Service
public class GroupEditing {

    private final GroupDecisions decisions;

    GroupEditing(GroupDecisions decisions) {
        this.decisions = decisions;
    }

    /** Changes all that is wanted, or nothing; what is as it is wanted already is no change. */
    public Decision<UUID> edit(UUID actor, UUID conversation, GroupEdit edit) {
        return decisions.ofMember(actor, conversation, group -> {
            if (edit.hasInfo() && !group.lets(group.rules().editing(), actor)
                    || edit.hasRules() && !group.isAdmin(actor)) {
                return Decision.refused(new Refusal.NotAnAdmin());
            }
            Instant now = DatabaseTime.now();
            group.change(actor, edit.of(group.info()), now);
            group.change(actor, edit.of(group.rules()), now);
            return Decision.met(conversation);
        });
    }
}
