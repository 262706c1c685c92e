package app.parley.profile.personal;

import app.parley.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** What somebody hears whose wish about their own state is not met. */
final class PersonalProblems {

    private PersonalProblems() {}

    static ProblemException unknownConversation() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown_conversation", "There is no such conversation, or you are not in it.");
    }

    static ProblemException unknownMessage() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown_message", "You have deleted the message for yourself.");
    }

    static ProblemException tooManyPinned(int most) {
        return conflict("too_many_pinned", "You have pinned %d conversations; more are not possible.".formatted(most));
    }

    static ProblemException tooManyStarred(int most) {
        return conflict("too_many_starred", "You have starred %d messages; more are not possible.".formatted(most));
    }

    static ProblemException tooManyHidden(int most) {
        return conflict(
                "too_many_hidden",
                "At most %d messages can be deleted for oneself one by one; clear a conversation.".formatted(most));
    }

    static ProblemException tooManyBroadcasts(int most) {
        return conflict("too_many_broadcasts", "You have %d broadcast lists; more are not possible.".formatted(most));
    }

    static ProblemException unknownBroadcast() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown_broadcast", "You have no such broadcast list.");
    }

    static ProblemException recipientOfOneself() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", "recipients: nobody is on their own list");
    }

    private static ProblemException conflict(String code, String reason) {
        return new ProblemException(HttpStatus.CONFLICT, code, reason);
    }
}
