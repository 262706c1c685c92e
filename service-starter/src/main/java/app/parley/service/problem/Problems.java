package app.parley.service.problem;

import app.parley.service.client.RemoteProblem;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.codec.DecodingException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;

/** Turns whatever was thrown into problem details that say no more than the caller may know. */
final class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** A field of a request body, or a parameter, that was not as it must be. */
    record FieldProblem(String field, String reason) {}

    static ProblemDetail of(Throwable error) {
        return switch (error) {
            case ProblemException problem -> problem.getBody();
            case RemoteProblem remote -> remote(remote);
            case TransientDataAccessException store -> unavailable(store);
            case NonTransientDataAccessResourceException store -> unavailable(store);
            case CannotCreateTransactionException store -> unavailable(store);
            case TimeoutException late -> unavailable(late);
            case HttpMessageNotReadableException unreadable -> malformed(unreadable);
            case ErrorResponse response -> framework(error, response);
            case TypeMismatchException mismatch -> mismatch(mismatch);
            default -> internal(error);
        };
    }

    /** What is to be said beside the problem, such as when to come back. */
    static HttpHeaders headers(Throwable error) {
        return error instanceof ErrorResponse response ? response.getHeaders() : HttpHeaders.EMPTY;
    }

    /** The problem of a request whose fields are wrong. */
    static ProblemDetail invalid(List<FieldProblem> fields) {
        String reason = fields.isEmpty()
                ? "The request is not valid."
                : fields.getFirst().field() + ": " + fields.getFirst().reason();
        ProblemDetail problem =
                ProblemException.problem(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", reason, false);
        problem.setProperty("errors", fields);
        return problem;
    }

    static FieldProblem field(String parameter, MessageSourceResolvable error) {
        String name = error instanceof FieldError field ? field.getField() : parameter;
        String reason = error.getDefaultMessage();
        return new FieldProblem(name, reason == null ? "is not valid" : reason);
    }

    private static ProblemDetail framework(Throwable error, ErrorResponse response) {
        HttpStatusCode status = response.getStatusCode();
        if (causedBy(error, DecodingException.class)) {
            return malformed(error);
        }
        if (find(error, TypeMismatchException.class) instanceof TypeMismatchException mismatch) {
            return mismatch(mismatch);
        }
        if (status.is5xxServerError() && status.value() != HttpStatus.SERVICE_UNAVAILABLE.value()) {
            return internal(error);
        }
        ProblemDetail problem = response.getBody();
        problem.setProperty("code", code(status));
        problem.setProperty("retryable", status.is5xxServerError());
        return problem;
    }

    private static String code(HttpStatusCode status) {
        return switch (HttpStatus.resolve(status.value())) {
            case NOT_FOUND -> "not_found";
            case METHOD_NOT_ALLOWED -> "method_not_allowed";
            case NOT_ACCEPTABLE -> "not_acceptable";
            case UNSUPPORTED_MEDIA_TYPE -> "unsupported_media_type";
            case CONTENT_TOO_LARGE -> "payload_too_large";
            case SERVICE_UNAVAILABLE -> "unavailable";
            case null, default -> "malformed_request";
        };
    }

    private static ProblemDetail remote(RemoteProblem remote) {
        if (remote.isRetryable()) {
            return ProblemException.unavailable("A part of the service does not answer. Try again.")
                    .getBody();
        }
        return internal(remote);
    }

    private static ProblemDetail unavailable(Exception store) {
        log.warn("A store, or who has it, does not answer: {}", store.toString());
        return ProblemException.unavailable("The service's store does not answer. Try again.")
                .getBody();
    }

    private static ProblemDetail malformed(Throwable unreadable) {
        log.debug("Unreadable request", unreadable);
        return ProblemException.problem(
                HttpStatus.BAD_REQUEST, "malformed_json", "The body is not the JSON that this endpoint takes.", false);
    }

    private static ProblemDetail mismatch(TypeMismatchException mismatch) {
        String name = mismatch.getPropertyName() == null ? "parameter" : mismatch.getPropertyName();
        Class<?> type = mismatch.getRequiredType();
        String expected = type == null ? "another type" : type.getSimpleName();
        return invalid(List.of(new FieldProblem(name, "is not a " + expected)));
    }

    private static ProblemDetail internal(Throwable error) {
        log.error("Unexpected error", error);
        return ProblemException.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.", false);
    }

    private static boolean causedBy(Throwable error, Class<? extends Throwable> type) {
        return find(error, type) != null;
    }

    private static @Nullable Throwable find(Throwable error, Class<? extends Throwable> type) {
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }
}
