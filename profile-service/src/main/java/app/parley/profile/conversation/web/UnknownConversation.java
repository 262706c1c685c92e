package app.parley.profile.conversation.web;

import app.parley.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The answer for a conversation that does not exist, or does not for who asks. */
final class UnknownConversation {

    private UnknownConversation() {}

    static ProblemException problem() {
        return new ProblemException(
                HttpStatus.NOT_FOUND, "unknown_conversation", "There is no such conversation, or you are not in it.");
    }
}
