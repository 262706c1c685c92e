package app.parley.service.problem;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * An error for the caller, rendered as problem details (RFC 9457) with the extension members {@code code} (stable, for
 * programs) and {@code retryable}.
 */
public final class ProblemException extends ErrorResponseException {

    private final String code;
    private final String reason;

    /**
     * An error that the same request would meet again.
     *
     * @param code stable, lower case with underscores
     * @param reason for people; it must not hold a secret
     */
    public ProblemException(HttpStatus status, String code, String reason) {
        this(status, code, reason, false);
    }

    private ProblemException(HttpStatus status, String code, String reason, boolean retryable) {
        super(status, problem(status, code, reason, retryable), null);
        this.code = code;
        this.reason = reason;
    }

    /** An error that may be gone when the same request comes again. */
    public static ProblemException retryable(HttpStatus status, String code, String reason) {
        return new ProblemException(status, code, reason, true);
    }

    /** Something behind this service does not answer: 503, retryable. */
    public static ProblemException unavailable(String reason) {
        return retryable(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", reason);
    }

    /** The caller did something too often: 429, retryable, with the header {@code Retry-After}. */
    public static ProblemException tooOften(String code, String reason, Duration wait) {
        ProblemException problem = retryable(HttpStatus.TOO_MANY_REQUESTS, code, reason);
        problem.getHeaders()
                .set(
                        HttpHeaders.RETRY_AFTER,
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
        return problem;
    }

    public String code() {
        return code;
    }

    @Override
    public String getMessage() {
        return code + ": " + reason;
    }

    static ProblemDetail problem(HttpStatus status, String code, String reason, boolean retryable) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, reason);
        problem.setProperty("code", code);
        problem.setProperty("retryable", retryable);
        return problem;
    }
}
