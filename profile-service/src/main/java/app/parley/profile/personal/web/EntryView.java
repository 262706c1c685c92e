package app.parley.profile.personal.web;

import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Entry;
import app.parley.profile.personal.MessageState;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that one keeps for oneself, as it is now. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ConversationStateView.class, name = "conversation"),
    @JsonSubTypes.Type(value = MessageStateView.class, name = "message")
})
sealed interface EntryView permits ConversationStateView, MessageStateView {

    static EntryView of(Entry entry) {
        return switch (entry) {
            case MessageState message -> MessageStateView.of(message);
            case ConversationState conversation -> ConversationStateView.of(conversation);
        };
    }
}
