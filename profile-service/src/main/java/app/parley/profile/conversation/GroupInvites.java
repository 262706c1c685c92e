package app.parley.profile.conversation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/** The invites that the admins of a group give out. */
@Service
public class GroupInvites {

    /** How long whoever shows the code of an expired one hears just that. */
    private static final Duration MEMORY = Duration.ofDays(30);

    /** An invite with its code, which nobody learns later. */
    public record Issued(Invite invite, InviteCode code) {}

    private final GroupDecisions decisions;
    private final Invites invites;
    private final GroupSettings settings;

    GroupInvites(GroupDecisions decisions, Invites invites, GroupSettings settings) {
        this.decisions = decisions;
        this.invites = invites;
        this.settings = settings;
    }

    /** Makes an invite. Some that are made at the same moment may go beyond the limit. */
    public Decision<Issued> issue(UUID actor, UUID conversation, Invite.Terms terms) {
        return changeOfAdmin(actor, conversation, () -> {
            Instant now = DatabaseTime.now();
            invites.forget(conversation, now.minus(MEMORY));
            if (invites.findGood(conversation, now).size() >= settings.mostInvites()) {
                return Decision.refused(new Refusal.TooManyInvites(settings.mostInvites()));
            }
            InviteCode code = InviteCode.random();
            return Decision.met(new Issued(invites.save(new Invite(conversation, code, actor, terms, now)), code));
        });
    }

    /** Those that serve somebody still. */
    public Decision<List<Invite>> list(UUID actor, UUID conversation) {
        return decisions.ofAdmin(actor, conversation, () -> invites.findGood(conversation, DatabaseTime.now()));
    }

    /** Has an invite serve nobody any more; also right for one that does not anyway. */
    public Decision<UUID> revoke(UUID actor, UUID conversation, UUID invite) {
        return changeOfAdmin(
                actor,
                conversation,
                () -> invites.find(conversation, invite)
                        .map(found -> {
                            found.revoke();
                            return Decision.met(invite);
                        })
                        .orElseGet(() -> Decision.refused(new Refusal.UnknownInvite())));
    }

    /** In one transaction. */
    private <T> Decision<T> changeOfAdmin(UUID actor, UUID conversation, Supplier<Decision<T>> decide) {
        return decisions.ofMember(
                actor,
                conversation,
                group -> group.isAdmin(actor) ? decide.get() : Decision.refused(new Refusal.NotAnAdmin()));
    }
}
