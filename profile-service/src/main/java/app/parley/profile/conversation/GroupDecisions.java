package app.parley.profile.conversation;

import app.parley.profile.conversation.GroupTransactions.Stored;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Decides about groups. */
@Component
class GroupDecisions {

    private final GroupTransactions transactions;

    GroupDecisions(GroupTransactions transactions) {
        this.transactions = transactions;
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

    private static <T> Decision<T> told(Stored<T> stored) {
        return stored.decision();
    }
}
