package app.parley.chat.message;

import app.parley.chat.conversation.NoConversationException;
import java.util.concurrent.CompletionException;

/** Why something was not carried out. */
public enum Refusal {
    UNKNOWN_USER,
    UNKNOWN_CONVERSATION,
    /** There is no message at the place that this one is about, or the user may not see it. */
    UNKNOWN_MESSAGE,
    /** Only who sent the message that this one is about may say this. */
    NOT_YOUR_MESSAGE,
    /** The message that this one is about was sent too long ago. */
    TOO_LATE,
    /** Somebody who is mentioned is not in the conversation. */
    NOT_A_MEMBER,
    /** Only admins may say something in this group. */
    NOT_AN_ADMIN,
    /** The sender has blocked whom they write to. */
    BLOCKED,
    /** A message to oneself. */
    ONESELF,
    TEXT_TOO_LONG,
    /** Too many sends of this device have not been answered yet. */
    TOO_MANY_UNANSWERED,
    /** The sequence number is below 1 or beyond the conversation's head. */
    SEQ_OUT_OF_RANGE,
    /** Something behind this service does not answer: the same may succeed later. */
    UNAVAILABLE;

    /** The refusal that a failed look-up stands for. */
    public static Refusal of(Throwable failure) {
        Throwable reason =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (!(reason instanceof NoConversationException none)) {
            return UNAVAILABLE;
        }
        return switch (none.reason()) {
            case UNKNOWN_USER -> UNKNOWN_USER;
            case UNKNOWN_CONVERSATION -> UNKNOWN_CONVERSATION;
            case ONESELF -> ONESELF;
        };
    }
}
