package app.parley.profile.conversation;

import app.parley.profile.conversation.GroupTransactions.Stored;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Decides about groups, and has their logs tell it before anybody hears the answer. */
@Component
class GroupDecisions {

    private final GroupTransactions transactions;
    private final Announcing announcing;

    GroupDecisions(GroupTransactions transactions, Announcing announcing) {
        this.transactions = transactions;
        this.announcing = announcing;
    }

    Decision<UUID> found(Group group) {
        return told(transactions.found(group));
    }

    /** What somebody wishes who has to be a member. */
    <T> Decision<T> ofMember(UUID actor, UUID id, Function<Group, Decision<T>> decide) {
        return told(transactions.decide(
                id,
                conversation -> conversation.has(actor)
                        ? ofGroup(conversation, decide)
                        : Decision.refused(new Refusal.UnknownConversation())));
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
