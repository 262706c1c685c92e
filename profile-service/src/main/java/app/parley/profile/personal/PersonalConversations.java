package app.parley.profile.personal;

import app.parley.profile.conversation.Conversations;
import app.parley.profile.conversation.DatabaseTime;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How people keep the conversations that they are in for themselves. What they said stays when they leave one. */
@Service
public class PersonalConversations {

    private final Conversations conversations;
    private final ConversationStates states;
    private final Numbering numbering;
    private final PersonalSettings settings;

    PersonalConversations(
            Conversations conversations, ConversationStates states, Numbering numbering, PersonalSettings settings) {
        this.conversations = conversations;
        this.states = states;
        this.numbering = numbering;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public ConversationState get(UUID user, UUID conversation) {
        requireMember(user, conversation);
        return find(user, conversation);
    }

    /** Changes what the edit says. Of two changes at once both are made, one after the other. */
    @Transactional
    public ConversationState change(UUID user, UUID conversation, ConversationEdit edit) {
        requireMember(user, conversation);
        numbering.begin(user);
        ConversationState state = find(user, conversation);
        if (edit.pins() && state.pinnedAt().isEmpty() && states.countPinned(user) >= settings.mostPinned()) {
            throw PersonalProblems.tooManyPinned(settings.mostPinned());
        }
        return state.apply(edit, DatabaseTime.now()) ? store(user, state) : state;
    }

    /** Clears a conversation up to a message. Answers whether it was not yet. In the transaction of whoever numbers the change. */
    boolean clear(UUID user, UUID conversation, long upTo) {
        ConversationState state = find(user, conversation);
        boolean further = upTo > state.clearedTo();
        if (further) {
            state.clear(upTo);
            store(user, state);
        }
        return further;
    }

    void requireMember(UUID user, UUID conversation) {
        if (conversations.findMembership(user, conversation).isEmpty()) {
            throw PersonalProblems.unknownConversation();
        }
    }

    ConversationState find(UUID user, UUID conversation) {
        ConversationState.Key key = new ConversationState.Key(user, conversation);
        return states.findById(key).orElseGet(() -> new ConversationState(key));
    }

    private ConversationState store(UUID user, ConversationState state) {
        state.changed(numbering.next(user));
        return states.save(state);
    }
}
