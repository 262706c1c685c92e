package app.parley.offlinestore.conversation;

/** What an entry of the log is, since nobody looks into its content. */
public enum Kind {
    /** It says something by itself. */
    MESSAGE,
    /** It tells of the conversation; it is shown, and does not count as unread. */
    NOTICE,
    /** It says something of an earlier message, with which it is shown. */
    REMARK,
    /** It is what an earlier message says instead. */
    EDIT,
    /** An earlier message is no more. */
    DELETION;

    /** Whether it changes an earlier message, so that it matters whose that is, and how old. */
    public boolean isChange() {
        return this == EDIT || this == DELETION;
    }

    /** Whether it is shown at its own place. */
    boolean isShown() {
        return this == MESSAGE || this == NOTICE;
    }
}
