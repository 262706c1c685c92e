package app.parley.profile.verification.web;

import app.parley.profile.code.CodeRefusal;
import app.parley.profile.verification.RequestOutcome;
import app.parley.service.problem.ProblemException;
import org.springframework.http.HttpStatus;

/** What somebody hears whose code is not sent, or not right. */
final class CodeProblems {

    private CodeProblems() {}

    static void throwUnlessSent(RequestOutcome outcome) {
        switch (outcome) {
            case RequestOutcome.Sent _ -> {}
            case RequestOutcome.NotSent _ ->
                throw ProblemException.unavailable("The code could not be sent. Try again.");
            case RequestOutcome.Refused(CodeRefusal.NotAvailable _) ->
                throw new ProblemException(
                        HttpStatus.NOT_IMPLEMENTED, "codes_not_available", "This server does not send codes.");
            case RequestOutcome.Refused(CodeRefusal.TooMany(var retryAfter)) ->
                throw ProblemException.tooOften(
                        "too_many_codes", "Too many codes have been asked for. Try again later.", retryAfter);
        }
    }

    static ProblemException invalidCode() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "invalid_code",
                "The code is not the last one that was sent there, or has expired, or was used.");
    }

    static ProblemException tooManyTries() {
        return new ProblemException(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "too_many_tries",
                "The code was tried too often and is void. Ask for a new one.");
    }
}
