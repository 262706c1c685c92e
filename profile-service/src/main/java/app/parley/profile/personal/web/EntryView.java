package app.parley.profile.personal.web;

import app.parley.profile.personal.BroadcastList;
import app.parley.profile.personal.ConversationState;
import app.parley.profile.personal.Entry;
import app.parley.profile.personal.MessageState;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.swagger.v3.oas.annotations.media.DiscriminatorMapping;
import io.swagger.v3.oas.annotations.media.Schema;

/** Something that one keeps for oneself, as it is now. */
@Schema(
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "broadcast", schema = BroadcastView.class),
            @DiscriminatorMapping(value = "conversation", schema = ConversationStateView.class),
            @DiscriminatorMapping(value = "message", schema = MessageStateView.class)
        })
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BroadcastView.class, name = "broadcast"),
    @JsonSubTypes.Type(value = ConversationStateView.class, name = "conversation"),
    @JsonSubTypes.Type(value = MessageStateView.class, name = "message")
})
sealed interface EntryView permits BroadcastView, ConversationStateView, MessageStateView {

    static EntryView of(Entry entry) {
        return switch (entry) {
            case BroadcastList list -> BroadcastView.of(list);
            case MessageState message -> MessageStateView.of(message);
            case ConversationState conversation -> ConversationStateView.of(conversation);
        };
    }
}
