package app.parley.profile.conversation;

import app.parley.profile.account.Accounts;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Makes groups. */
@Service
public class GroupFounding {

    private final GroupDecisions decisions;
    private final Accounts accounts;
    private final GroupSettings settings;

    GroupFounding(GroupDecisions decisions, Accounts accounts, GroupSettings settings) {
        this.decisions = decisions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Makes a group, whose owner is whoever founds it, and says its id. */
    public Decision<UUID> found(UUID owner, Collection<UUID> members, GroupInfo info, GroupRules rules) {
        Set<UUID> people = new HashSet<>(members);
        people.add(owner);
        if (people.size() > settings.mostMembers()) {
            return Decision.refused(new Refusal.Full(settings.mostMembers()));
        }
        Set<UUID> unknown = new HashSet<>(people);
        unknown.removeAll(accounts.existing(people));
        if (!unknown.isEmpty()) {
            return Decision.refused(new Refusal.UnknownUsers(unknown));
        }
        people.remove(owner);
        return decisions.found(Group.found(owner, people, info, rules, DatabaseTime.now()));
    }
}
