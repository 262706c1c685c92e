package app.parley.profile.discovery;

import app.parley.service.problem.ProblemException;

/** The answer to who looks up more numbers than the quota allows. */
public final class QuotaExhausted {

    private QuotaExhausted() {}

    public static ProblemException problem(LookupOutcome.Exhausted outcome) {
        return ProblemException.tooOften(
                "lookup_quota_exceeded",
                "You may look up %d other numbers now.".formatted(outcome.remaining()),
                outcome.retryAfter());
    }
}
