package app.parley.service.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;

/** Problem details of the WebFlux services. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ReactiveProblemAdvice {

    /** If the caller has gone, nobody is to be told, and it is no error of ours: the framework takes it as such. */
    @ExceptionHandler
    Mono<ResponseEntity<ProblemDetail>> any(Throwable error) {
        return DisconnectedClientHelper.isClientDisconnectedException(error)
                ? Mono.error(error)
                : Mono.just(answer(Problems.of(error), Problems.headers(error)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidBody(WebExchangeBindException error) {
        return answer(Problems.invalid(error.getAllErrors().stream()
                .map(e -> Problems.field(e.getObjectName(), e))
                .toList()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidParameter(HandlerMethodValidationException error) {
        return answer(Problems.invalid(ParameterProblems.of(error)));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return answer(problem, HttpHeaders.EMPTY);
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
