package app.parley.profile.account.web;

import app.parley.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** The answer of whoever was asked for somebody who does not exist. */
final class UnknownUser {

    private UnknownUser() {}

    static ProblemException problem() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown_user", "There is no such user.");
    }
}
