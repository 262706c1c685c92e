package app.parley.chat.message.web;

import app.parley.chat.message.Refusal;
import app.parley.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** Refusals as problem details. */
final class MessageProblems {

    private MessageProblems() {}

    static ProblemException of(Throwable failure) {
        return failure instanceof ProblemException problem ? problem : of(Refusal.of(failure));
    }

    static ProblemException of(Refusal refusal) {
        return switch (refusal) {
            case UNKNOWN_USER -> problem(HttpStatus.NOT_FOUND, "unknown_user", "There is no such user.");
            case UNKNOWN_CONVERSATION ->
                problem(
                        HttpStatus.NOT_FOUND,
                        "unknown_conversation",
                        "There is no such conversation, or you are not in it.");
            case UNKNOWN_MESSAGE ->
                problem(HttpStatus.NOT_FOUND, "unknown_message", "There is no such message in the conversation.");
            case NOT_YOUR_MESSAGE ->
                problem(HttpStatus.FORBIDDEN, "not_your_message", "Somebody else sent that message.");
            case TOO_LATE -> problem(HttpStatus.CONFLICT, "too_late", "That message was sent too long ago.");
            case NOT_A_MEMBER ->
                problem(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "not_a_member",
                        "Somebody who is mentioned is not in the conversation.");
            case NOT_AN_ADMIN -> problem(HttpStatus.FORBIDDEN, "not_an_admin", "Only admins may send to this group.");
            case BLOCKED ->
                problem(HttpStatus.FORBIDDEN, "blocked", "You have blocked whom you write to; take that back first.");
            case ONESELF, SEQ_OUT_OF_RANGE ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "A field has a wrong value.");
            case TEXT_TOO_LONG ->
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "text_too_long", "The text is longer than is taken.");
            case TOO_MANY_UNANSWERED ->
                ProblemException.retryable(HttpStatus.TOO_MANY_REQUESTS, "rate_limited", "Too many are unanswered.");
            case UNAVAILABLE -> ProblemException.unavailable("A part of the service does not answer. Send it again.");
        };
    }

    private static ProblemException problem(HttpStatus status, String code, String reason) {
        return new ProblemException(status, code, reason);
    }
}
