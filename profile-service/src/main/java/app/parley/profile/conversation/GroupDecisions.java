package app.parley.profile.conversation;

import app.parley.profile.conversation.GroupTransactions.Stored;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Decides about groups, and has their logs tell it before anybody hears the answer. */
@Component
class GroupDecisions {

    private final Conversations conversations;
    private final GroupTransactions transactions;
    private final Announcing announcing;

    GroupDecisions(Conversations conversations, GroupTransactions transactions, Announcing announcing) {
        this.conversations = conversations;
        this.transactions = transactions;
        this.announcing = announcing;
    }

    Decision<UUID> found(Group group) {
        return told(transactions.found(group));
    }

    /** What somebody wishes who has to be a member. */
    <T> Decision<T> ofMember(UUID actor, UUID id, Function<Group, Decision<T>> decide) {
        return ofAnyKind(actor, id, conversation -> ofGroup(conversation, decide));
    }

    /** What somebody wishes who has to be a member, also of a direct conversation. */
    <T> Decision<T> ofAnyKind(UUID actor, UUID id, Function<Conversation, Decision<T>> decide) {
        return told(transactions.decide(
                id,
                conversation -> conversation.has(actor)
                        ? decide.apply(conversation)
                        : Decision.refused(new Refusal.UnknownConversation())));
    }

    /** What somebody wishes who need not be a member. */
    <T> Decision<T> ofAnybody(UUID id, Function<Group, Decision<T>> decide) {
        return told(transactions.decide(id, conversation -> ofGroup(conversation, decide)));
    }

    /** What an admin wishes that is no matter of the group itself: its other members are not looked at. */
    <T> Decision<T> ofAdmin(UUID actor, UUID id, Supplier<T> look) {
        Membership membership = conversations.findMembership(actor, id).orElse(null);
        if (membership == null) {
            return Decision.refused(new Refusal.UnknownConversation());
        }
        return ofGroup(
                membership.conversation(),
                _ -> membership.role().isAdmin()
                        ? Decision.met(look.get())
                        : Decision.refused(new Refusal.NotAnAdmin()));
    }

    private static <T> Decision<T> ofGroup(Conversation conversation, Function<Group, Decision<T>> decide) {
        return conversation instanceof Group group ? decide.apply(group) : Decision.refused(new Refusal.NotAGroup());
    }

    /** The transaction is over: nobody waits for a log with a connection in hand. */
    private <T> Decision<T> told(Stored<T> stored) {
        stored.last().ifPresent(change -> announcing.announce(change.conversation(), change.version()));
        return stored.decision();
    }
}
