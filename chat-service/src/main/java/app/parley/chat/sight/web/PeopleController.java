package app.parley.chat.sight.web;

import app.parley.chat.api.PeopleApi;
import app.parley.chat.routing.PeopleNews;
import app.parley.service.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link PeopleApi}. */
@RestController
class PeopleController implements PeopleApi {

    private static final int MOST = 500;

    private final PeopleNews news;

    PeopleController(PeopleNews news) {
        this.news = news;
    }

    @Override
    public Mono<Void> changed(List<UUID> people) {
        if (people.isEmpty() || people.size() > MOST) {
            throw invalid("a call names " + people.size() + " people, 1 to " + MOST + " expected");
        }
        if (people.stream().anyMatch(Objects::isNull)) {
            throw invalid("people: must not hold null");
        }
        return news.changed(people);
    }

    private static ProblemException invalid(String reason) {
        return new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, "invalid_field", reason);
    }
}
