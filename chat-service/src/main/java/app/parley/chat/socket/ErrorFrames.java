package app.parley.chat.socket;

import app.parley.chat.message.Refusal;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.protocol.ServerFrame;
import org.jspecify.annotations.Nullable;

/** What a client is told that went wrong. */
final class ErrorFrames {

    private ErrorFrames() {}

    static ServerFrame.Error of(ErrorCode code, String reason, @Nullable String ref) {
        return new ServerFrame.Error(code, reason, code.retryable(), ref);
    }

    static ServerFrame.Error of(Refusal refusal, String ref) {
        return switch (refusal) {
            case UNKNOWN_USER -> of(ErrorCode.UNKNOWN_USER, "there is no such user", ref);
            case UNKNOWN_CONVERSATION ->
                of(ErrorCode.UNKNOWN_CONVERSATION, "there is no such conversation, or you are not in it", ref);
            case UNKNOWN_MESSAGE -> of(ErrorCode.UNKNOWN_MESSAGE, "there is no such message in the conversation", ref);
            case NOT_YOUR_MESSAGE -> of(ErrorCode.NOT_YOUR_MESSAGE, "somebody else sent that message", ref);
            case TOO_LATE -> of(ErrorCode.TOO_LATE, "that message was sent too long ago", ref);
            case NOT_A_MEMBER ->
                of(ErrorCode.NOT_A_MEMBER, "somebody who is mentioned is not in the conversation", ref);
            case NOT_AN_ADMIN -> of(ErrorCode.NOT_AN_ADMIN, "only admins may send to this group", ref);
            case BLOCKED -> of(ErrorCode.BLOCKED, "you have blocked whom you write to", ref);
            case ONESELF -> of(ErrorCode.INVALID_FIELD, "to.user must be somebody else", ref);
            case TEXT_TOO_LONG -> of(ErrorCode.TEXT_TOO_LONG, "the text is longer than limits.textCharacters", ref);
            case TOO_MANY_UNANSWERED ->
                of(
                        ErrorCode.RATE_LIMITED,
                        "too many sends, or too large ones, are without an answer: wait for answers",
                        ref);
            case SEQ_OUT_OF_RANGE ->
                of(ErrorCode.SEQ_OUT_OF_RANGE, "seq is below 1 or beyond the conversation's head", ref);
            case UNAVAILABLE -> of(ErrorCode.UNAVAILABLE, "a part of the service does not answer: send it again", ref);
        };
    }
}
