package app.parley.profile.conversation;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes groups. */
@Service
public class GroupFounding {

    private final GroupDecisions decisions;
    private final Newcomers newcomers;
    private final GroupSettings settings;

    GroupFounding(GroupDecisions decisions, Newcomers newcomers, GroupSettings settings) {
        this.decisions = decisions;
        this.newcomers = newcomers;
        this.settings = settings;
    }

    /** Makes a group, whose owner is whoever founds it, and says its id. */
    public Decision<UUID> found(UUID owner, Collection<UUID> members, GroupInfo info, GroupRules rules) {
        Set<UUID> people = new HashSet<>(members);
        people.add(owner);
        if (people.size() > settings.mostMembers()) {
            return Decision.refused(new Refusal.Full(settings.mostMembers()));
        }
        Optional<Refusal> obstacle = newcomers.obstacle(owner, people);
        if (obstacle.isPresent()) {
            return Decision.refused(obstacle.get());
        }
        people.remove(owner);
        return decisions.found(Group.found(owner, people, info, rules, DatabaseTime.now()));
    }
}
