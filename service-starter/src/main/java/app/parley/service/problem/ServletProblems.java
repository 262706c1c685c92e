package app.parley.service.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes problem details from where no controller is: filters and security. */
public final class ServletProblems {

    private static final JsonMapper json = ProblemJson.mapper();

    private ServletProblems() {}

    /** Ends the request with this problem. */
    public static void write(HttpServletResponse response, ProblemException problem) throws IOException {
        response.setStatus(problem.getStatusCode().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getOutputStream()
                .write(json.writeValueAsString(problem.getBody()).getBytes(StandardCharsets.UTF_8));
    }
}
