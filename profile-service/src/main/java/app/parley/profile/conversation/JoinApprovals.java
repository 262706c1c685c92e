package app.parley.profile.conversation;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;

/** Who is let into a group of those who ask: its admins decide. */
@Service
public class JoinApprovals {

    private final GroupDecisions decisions;
    private final JoinRequests requests;
    private final GroupSettings settings;

    JoinApprovals(GroupDecisions decisions, JoinRequests requests, GroupSettings settings) {
        this.decisions = decisions;
        this.requests = requests;
        this.settings = settings;
    }

    /** The requests that follow a user's, in the order of the users' ids. */
    public Decision<List<JoinRequest>> list(UUID actor, UUID conversation, UUID after, int limit) {
        return decisions.ofAdmin(actor, conversation, () -> requests.findAfter(conversation, after, Limit.of(limit)));
    }

    /** Lets somebody in who asked; whoever is in already stays there. */
    public Decision<UUID> approve(UUID actor, UUID conversation, UUID user) {
        return decisions.ofMember(actor, conversation, group -> {
            if (!group.isAdmin(actor)) {
                return Decision.refused(new Refusal.NotAnAdmin());
            }
            if (group.has(user)) {
                requests.remove(conversation, Set.of(user));
                return Decision.met(user);
            }
            if (!requests.existsByKey(new JoinRequest.Key(conversation, user))) {
                return Decision.refused(new Refusal.NotRequested());
            }
            if (group.size() >= settings.mostMembers()) {
                return Decision.refused(new Refusal.Full(settings.mostMembers()));
            }
            group.add(actor, Set.of(user), DatabaseTime.now());
            return Decision.met(user);
        });
    }

    /** Refuses somebody, or withdraws one's own request, of which nobody learns who is not an admin. */
    public Decision<UUID> refuse(UUID actor, UUID conversation, UUID user) {
        if (actor.equals(user) && requests.remove(conversation, Set.of(user)) > 0) {
            return Decision.met(user);
        }
        return decisions
                .ofAdmin(actor, conversation, () -> requests.remove(conversation, Set.of(user)))
                .then(removed -> removed > 0 ? Decision.met(user) : Decision.refused(new Refusal.NotRequested()));
    }
}
