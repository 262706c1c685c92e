package app.parley.profile.conversation;

import app.parley.profile.account.Accounts;
import app.parley.profile.conversation.DirectConversationOutcome.Found;
import app.parley.profile.conversation.DirectConversationOutcome.SameUser;
import app.parley.profile.conversation.DirectConversationOutcome.UnknownUser;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The conversations of two people, which need no set-up: the first who asks makes them. */
@Service
public class DirectConversations {

    private final Conversations conversations;
    private final Accounts accounts;

    DirectConversations(Conversations conversations, Accounts accounts) {
        this.conversations = conversations;
        this.accounts = accounts;
    }

    public DirectConversationOutcome between(UUID one, UUID other) {
        if (one.equals(other)) {
            return new SameUser();
        }
        UUID id = DirectConversationId.of(one, other);
        Optional<Conversation> known = conversations.findById(id);
        if (known.isPresent()) {
            return new Found(known.get());
        }
        if (accounts.countByIdIn(List.of(one, other)) < 2) {
            return new UnknownUser();
        }
        conversations.makeDirect(id, one, other, Clock.systemUTC().instant());
        return new Found(conversations.findById(id).orElseThrow());
    }
}
