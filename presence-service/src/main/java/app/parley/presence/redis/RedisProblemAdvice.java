package app.parley.presence.redis;

import app.parley.service.problem.ProblemException;
import io.lettuce.core.RedisCommandExecutionException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.redis.RedisSystemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells a Redis that cannot serve just now (loading its data, failing over, its queue full) from one that refuses a
 * command of ours: Spring has one exception for both.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RedisProblemAdvice {

    private static final Logger log = LoggerFactory.getLogger(RedisProblemAdvice.class);

    /** How an error of a Redis begins that would answer the same command well at another time. */
    private static final Set<String> PASSING = Set.of(
            "LOADING", "READONLY", "BUSY", "CLUSTERDOWN", "MASTERDOWN", "TRYAGAIN", "MISCONF", "NOREPLICAS", "OOM");

    @ExceptionHandler
    ResponseEntity<ProblemDetail> redis(RedisSystemException error) {
        ProblemException problem = problem(error);
        return ResponseEntity.status(problem.getStatusCode())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }

    private static ProblemException problem(RedisSystemException error) {
        if (passes(error.getCause())) {
            log.warn("Redis cannot serve now: {}", error.toString());
            return ProblemException.unavailable("The service's store does not answer. Try again.");
        }
        log.error("Redis refused a command", error);
        return new ProblemException(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.");
    }

    private static boolean passes(@Nullable Throwable cause) {
        if (!(cause instanceof RedisCommandExecutionException refusal)) {
            return true;
        }
        String message = Objects.requireNonNullElse(refusal.getMessage(), "");
        return PASSING.contains(message.split(" ", 2)[0]);
    }
}
