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

    static ProblemException tooManyPinned(int most) {
        return new ProblemException(
                HttpStatus.CONFLICT,
                "too_many_pinned",
                "You have pinned %d conversations; more are not possible.".formatted(most));
    }
}
