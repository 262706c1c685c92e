package app.parley.profile.conversation.web;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a conversation is. */
enum ConversationKind {
    /** Of two people. */
    @JsonProperty("direct")
    DIRECT,
    @JsonProperty("group")
    GROUP
}
