package app.parley.profile.conversation;

/** What becomes of a message that every recipient device has acknowledged. */
public enum Retention {
    /** It is deleted. */
    WIPE,
    /** It stays, as the chat log. */
    ARCHIVE
}
