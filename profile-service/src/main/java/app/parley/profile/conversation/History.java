package app.parley.profile.conversation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** From where a new member of a group may read. */
public enum History {
    /** What is said from their joining on. */
    @JsonProperty("joining")
    JOINING,
    /** Whatever is there. */
    @JsonProperty("all")
    ALL
}
