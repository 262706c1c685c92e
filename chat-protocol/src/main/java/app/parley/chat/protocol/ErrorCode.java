package app.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stable codes of {@link ServerFrame.Error}. */
public enum ErrorCode {
    /** The frame is not JSON, or neither an object nor an array of objects. */
    MALFORMED_JSON(false),
    /** No frame has this {@code type}. */
    UNKNOWN_FRAME(false),
    /** A field is missing or has a wrong value; the reason names it. */
    INVALID_FIELD(false),
    /** The text has more characters than {@link ServerFrame.Limits#textCharacters}. */
    TEXT_TOO_LONG(false),
    /** The WebSocket message has more bytes than {@link ServerFrame.Limits#frameBytes}; the connection is closed. */
    FRAME_TOO_LARGE(false),
    /** The first frame must be {@code auth}; a second one is refused. */
    UNEXPECTED_AUTH(false),
    /** No token came in time, or a frame came before it; the connection is closed. */
    UNAUTHENTICATED(false),
    /** The token is not one of ours, or is damaged; the connection is closed. */
    TOKEN_INVALID(false),
    /** The token has expired: refresh the session; the connection is closed. */
    TOKEN_EXPIRED(false),
    /** The session was revoked: log in again; the connection is closed. */
    SESSION_REVOKED(false),
    /** There is no such user. */
    UNKNOWN_USER(false),
    /** There is no such conversation, or this user is not in it. */
    UNKNOWN_CONVERSATION(false),
    /** There is no such broadcast list, or it is somebody else's. */
    UNKNOWN_BROADCAST(false),
    /** There is no message at the place that this one is about, or this user may not see it. */
    UNKNOWN_MESSAGE(false),
    /** Only who sent the message that this one is about may say this. */
    NOT_YOUR_MESSAGE(false),
    /** The message that this one is about was sent too long ago. */
    TOO_LATE(false),
    /** Somebody who is mentioned is not in the conversation. */
    NOT_A_MEMBER(false),
    /** Only admins may say something in this group. */
    NOT_AN_ADMIN(false),
    /** The sender has blocked whom they write to. */
    BLOCKED(false),
    /** The sequence number is below 1 or beyond the conversation's head. */
    SEQ_OUT_OF_RANGE(false),
    /** Too many frames, or too many unanswered sends: wait and send again. */
    RATE_LIMITED(true),
    /** Something behind the server does not answer: send again, with the same id. */
    UNAVAILABLE(true);

    private final boolean retryable;

    ErrorCode(boolean retryable) {
        this.retryable = retryable;
    }

    public boolean retryable() {
        return retryable;
    }

    /** The code on the wire. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static ErrorCode of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
