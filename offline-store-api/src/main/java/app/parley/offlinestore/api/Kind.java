package app.parley.offlinestore.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an entry of a conversation's log is, since the store does not look into its content. */
public enum Kind {
    /** It says something by itself: it counts as unread until it is read. */
    @JsonProperty("message")
    MESSAGE,
    /** It tells of the conversation; it is shown, and does not count. */
    @JsonProperty("notice")
    NOTICE,
    /** It says something of an earlier message, with which it is shown. */
    @JsonProperty("remark")
    REMARK,
    /** It is what an earlier message says instead. */
    @JsonProperty("edit")
    EDIT,
    /** An earlier message is no more: its content is erased, and that of its edits. */
    @JsonProperty("deletion")
    DELETION
}
