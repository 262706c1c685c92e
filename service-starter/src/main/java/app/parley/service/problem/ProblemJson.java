package app.parley.service.problem;

import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import tools.jackson.databind.json.JsonMapper;

/** How problem details look as JSON: extension members stand beside the standard ones. */
final class ProblemJson {

    private ProblemJson() {}

    static JsonMapper mapper() {
        return JsonMapper.builder()
                .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
                .build();
    }
}
