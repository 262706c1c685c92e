package app.parley.offlinestore.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What becomes of a message that every recipient device has acknowledged. */
public enum Retention {
    /** It is deleted within a minute. */
    @JsonProperty("wipe")
    WIPE,
    /** It stays in the conversation's log. */
    @JsonProperty("archive")
    ARCHIVE
}
