package app.parley.profile.conversation;

import app.parley.profile.account.Accounts;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** What people can do who have been given the code of an invite. */
@Service
public class Invitations {

    /** What they see of the group before they are in it. */
    public record Preview(String name, int memberCount, boolean approval) {}

    private final GroupDecisions decisions;
    private final Invites invites;
    private final JoinRequests requests;
    private final Accounts accounts;
    private final GroupSettings settings;

    Invitations(
            GroupDecisions decisions,
            Invites invites,
            JoinRequests requests,
            Accounts accounts,
            GroupSettings settings) {
        this.decisions = decisions;
        this.invites = invites;
        this.requests = requests;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** Looks at a group. */
    public Decision<Preview> look(InviteCode code) {
        return ofInvited(
                code,
                invited -> invited.flaw()
                        .<Decision<Preview>>map(Decision::refused)
                        .orElseGet(() -> Decision.met(new Preview(
                                invited.group().info().name().value(),
                                invited.group().size(),
                                invited.invite().needsApproval()))));
    }

    /** Joins a group, or asks its admins if the invite says so; whoever is in it stays there. */
    public Decision<Admission> accept(UUID user, InviteCode code) {
        return ofInvited(
                code,
                invited -> invited.group().has(user)
                        ? Decision.met(new Admission.In(invited.group().id()))
                        : admit(user, invited));
    }

    /** An invite that somebody shows, and where it leads. */
    private record Invited(Invite invite, Group group, Instant now) {

        /** Why it leads nowhere; nobody is let into a group that all have left. */
        private Optional<Refusal> flaw() {
            return group.size() == 0 ? Optional.of(new Refusal.InviteRevoked()) : invite.flaw(now);
        }
    }

    /** Looked up twice: to know the group, and in the transaction that decides. */
    private <T> Decision<T> ofInvited(InviteCode code, Function<Invited, Decision<T>> decide) {
        return invites.findByCodeHash(code.hash())
                .map(known -> decisions.ofAnybody(
                        known.group(),
                        group -> invites.findByCodeHash(code.hash())
                                .map(invite -> decide.apply(new Invited(invite, group, DatabaseTime.now())))
                                .orElseGet(Invitations::unknown)))
                .orElseGet(Invitations::unknown);
    }

    private Decision<Admission> admit(UUID user, Invited invited) {
        UUID group = invited.group().id();
        if (requests.existsByKey(new JoinRequest.Key(group, user))
                && invited.invite().needsApproval()) {
            return Decision.met(new Admission.Asked());
        }
        Optional<Refusal> flaw = invited.flaw().or(() -> obstacle(user, invited.group()));
        if (flaw.isPresent()) {
            return Decision.refused(flaw.get());
        }
        invited.invite().use();
        if (invited.invite().needsApproval()) {
            requests.make(group, user, invited.now());
            return Decision.met(new Admission.Asked());
        }
        invited.group().join(user, invited.now());
        return Decision.met(new Admission.In(group));
    }

    private Optional<Refusal> obstacle(UUID user, Group group) {
        if (accounts.existing(Set.of(user)).isEmpty()) {
            return Optional.of(new Refusal.UnknownUsers(Set.of(user)));
        }
        return group.size() >= settings.mostMembers()
                ? Optional.of(new Refusal.Full(settings.mostMembers()))
                : Optional.empty();
    }

    private static <T> Decision<T> unknown() {
        return Decision.refused(new Refusal.UnknownInvite());
    }
}
