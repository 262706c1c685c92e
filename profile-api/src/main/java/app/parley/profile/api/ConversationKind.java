package app.parley.profile.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a conversation is. */
public enum ConversationKind {
    /** Of two people. */
    @JsonProperty("direct")
    DIRECT,
    @JsonProperty("group")
    GROUP
}
