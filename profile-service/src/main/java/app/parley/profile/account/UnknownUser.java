package app.parley.profile.account;

import app.parley.service.problem.ProblemException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.http.HttpStatus;

/** The answer to who asked for somebody who does not exist. */
public final class UnknownUser {

    private UnknownUser() {}

    public static ProblemException problem() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown_user", "There is no such user.");
    }

    /** Names them all to programs, and people one of them. */
    public static ProblemException problem(Collection<UUID> ids) {
        ProblemException problem = new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "unknown_user",
                "%d of the users do not exist, such as %s."
                        .formatted(ids.size(), ids.iterator().next()));
        problem.getBody().setProperty("users", ids.stream().sorted().toList());
        return problem;
    }
}
