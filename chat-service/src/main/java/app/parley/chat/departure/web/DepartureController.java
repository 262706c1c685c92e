package app.parley.chat.departure.web;

import app.parley.chat.api.DepartureApi;
import app.parley.chat.departure.Departures;
import app.parley.service.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link DepartureApi}. */
@RestController
class DepartureController implements DepartureApi {

    private static final int MOST = 500;

    private final Departures departures;

    DepartureController(Departures departures) {
        this.departures = departures;
    }

    @Override
    public Mono<Void> forget(UUID user, boolean erase, List<UUID> conversations) {
        if (conversations.isEmpty() || conversations.size() > MOST) {
            throw new ProblemException(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "invalid_field",
                    "a call names " + conversations.size() + " conversations, 1 to " + MOST + " expected");
        }
        return departures
                .forget(user, conversations, erase)
                .onErrorMap(
                        failure -> !(failure instanceof ProblemException),
                        _ -> ProblemException.unavailable("Not all logs will forget the user. Ask again."));
    }
}
