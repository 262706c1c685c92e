package app.parley.chat.message;

/** What a message is in its conversation's log. */
public enum Kind {
    /** It says something by itself. */
    MESSAGE,
    /** It changes something of the conversation, or tells of a change. */
    NOTICE,
    /** It says something of an earlier message, with which it is shown. */
    REMARK,
    /** It is what an earlier message says instead. */
    EDIT,
    /** An earlier message is no more. */
    DELETION
}
