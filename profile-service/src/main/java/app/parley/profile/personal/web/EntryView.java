package app.parley.profile.personal.web;

import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Entry;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Something that one keeps for oneself, as it is now. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes(@JsonSubTypes.Type(value = ConversationStateView.class, name = "conversation"))
sealed interface EntryView permits ConversationStateView {

    static EntryView of(Entry entry) {
        return switch (entry) {
            case ConversationState conversation -> ConversationStateView.of(conversation);
        };
    }
}
