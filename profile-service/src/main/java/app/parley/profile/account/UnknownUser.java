package app.parley.profile.account;

import app.parley.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The answer to who asked for somebody who does not exist. */
public final class UnknownUser {

    private UnknownUser() {}

    public static ProblemException problem() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown_user", "There is no such user.");
    }
}
