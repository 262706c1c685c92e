package app.parley.profile.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a message that every recipient device has acknowledged. */
public enum Retention {
    /** It is deleted from the store. */
    @JsonProperty("wipe")
    WIPE,
    /** It stays, as the chat log. */
    @JsonProperty("archive")
    ARCHIVE
}
