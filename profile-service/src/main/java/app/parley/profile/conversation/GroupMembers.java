package app.parley.profile.conversation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/**
 * Who is in a group, and as what. Admins are equals: they make, unmake and remove each other as they do members. The owner
 * is out of their reach; ownership ends when its owner hands it over.
 */
@Service
public class GroupMembers {

    private final GroupDecisions decisions;
    private final Newcomers newcomers;
    private final GroupSettings settings;

    GroupMembers(GroupDecisions decisions, Newcomers newcomers, GroupSettings settings) {
        this.decisions = decisions;
        this.newcomers = newcomers;
        this.settings = settings;
    }

    /** Adds those of these users who are not in the group, and says who they are. */
    public Decision<List<Member>> add(UUID actor, UUID conversation, Set<UUID> users) {
        return decisions.ofMember(actor, conversation, group -> {
            if (!group.lets(group.rules().adding(), actor)) {
                return Decision.refused(new Refusal.NotAnAdmin());
            }
            Set<UUID> others = new HashSet<>(users);
            others.removeIf(group::has);
            if (group.size() + others.size() > settings.mostMembers()) {
                return Decision.refused(new Refusal.Full(settings.mostMembers()));
            }
            return newcomers
                    .obstacle(actor, others)
                    .<Decision<List<Member>>>map(Decision::refused)
                    .orElseGet(() -> Decision.met(group.add(actor, others, DatabaseTime.now())));
        });
    }

    /** Removes somebody, or oneself. */
    public Decision<UUID> remove(UUID actor, UUID conversation, UUID user) {
        return decisions.ofMember(
                actor, conversation, group -> actor.equals(user) ? leave(group, user) : remove(group, actor, user));
    }

    /** Takes somebody out who closes their account, whatever they are in the group. */
    public Decision<UUID> depart(UUID user, UUID conversation) {
        return decisions.ofMember(user, conversation, group -> {
            group.depart(user, DatabaseTime.now());
            return Decision.met(user);
        });
    }

    /** Gives somebody a role; that of the owner can only be handed over. */
    public Decision<Member> give(UUID actor, UUID conversation, UUID user, Role role) {
        return decisions.ofMember(
                actor,
                conversation,
                group -> group.isAdmin(actor)
                        ? group.member(user)
                                .map(member -> give(group, actor, member, role))
                                .orElseGet(() -> Decision.refused(new Refusal.NotAMember()))
                        : Decision.refused(new Refusal.NotAnAdmin()));
    }

    private static Decision<UUID> leave(Group group, UUID user) {
        if (group.isOwner(user) && group.size() > 1) {
            return Decision.refused(new Refusal.LastOwner());
        }
        group.leave(user, DatabaseTime.now());
        return Decision.met(user);
    }

    private static Decision<UUID> remove(Group group, UUID actor, UUID user) {
        if (!group.isAdmin(actor)) {
            return Decision.refused(new Refusal.NotAnAdmin());
        }
        if (!group.has(user)) {
            return Decision.refused(new Refusal.NotAMember());
        }
        if (group.isOwner(user)) {
            return Decision.refused(new Refusal.NotTheOwner());
        }
        group.remove(actor, user, DatabaseTime.now());
        return Decision.met(user);
    }

    private static Decision<Member> give(Group group, UUID actor, Member member, Role role) {
        if (member.role() == role) {
            return Decision.met(member);
        }
        if (role == Role.OWNER && !group.isOwner(actor)) {
            return Decision.refused(new Refusal.NotTheOwner());
        }
        if (member.role() == Role.OWNER) {
            return Decision.refused(member.user().equals(actor) ? new Refusal.LastOwner() : new Refusal.NotTheOwner());
        }
        return Decision.met(group.give(actor, member, role, DatabaseTime.now()));
    }
}
