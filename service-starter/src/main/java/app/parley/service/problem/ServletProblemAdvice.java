package app.parley.service.problem;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;

/** Problem details of the Spring MVC services. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ServletProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> any(Exception error) {
        return answer(Problems.of(error), Problems.headers(error));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalidBody(MethodArgumentNotValidException error) {
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
