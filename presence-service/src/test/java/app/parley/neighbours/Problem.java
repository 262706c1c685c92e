package app.parley.neighbours;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** An answer as the services give it when something is wrong. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Problem(int status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    /** What a neighbour does with it. */
    abstract static class Teller {

        @ExceptionHandler
        ResponseEntity<Map<String, Object>> tell(Problem problem) {
            return ResponseEntity.status(problem.status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(Map.of("status", problem.status, "code", problem.code, "retryable", problem.status == 503));
        }
    }
}
