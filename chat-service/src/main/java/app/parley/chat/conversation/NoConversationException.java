package app.parley.chat.conversation;

/** There is no such conversation for this user. */
public final class NoConversationException extends RuntimeException {

    /** Why. */
    public enum Reason {
        /** The other user does not exist. */
        UNKNOWN_USER,
        /** The conversation does not exist, or the user is not in it: nobody can tell which. */
        UNKNOWN_CONVERSATION,
        /** The other user is oneself. */
        ONESELF
    }

    private final Reason reason;

    public NoConversationException(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
