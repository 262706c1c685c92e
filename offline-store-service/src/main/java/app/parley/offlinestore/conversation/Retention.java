package app.parley.offlinestore.conversation;

/** What becomes of a message that every device has acknowledged. */
public enum Retention {
    /** It is deleted within a minute. */
    WIPE,
    /** It stays in the conversation's log. */
    ARCHIVE
}
