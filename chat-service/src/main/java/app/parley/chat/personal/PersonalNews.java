package app.parley.chat.personal;

import app.parley.chat.routing.PersonalChange;
import app.parley.chat.routing.Router;
import app.parley.chat.routing.Routes;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells people's devices what they themselves have changed at another one. Which is not online asks when it comes. */
@Component
public class PersonalNews {

    private final Routes routes;
    private final Router router;

    PersonalNews(Routes routes, Router router) {
        this.routes = routes;
        this.router = router;
    }

    /** @param version of all that the user keeps, with the change */
    public Mono<Void> tell(UUID user, long version) {
        return Mono.fromFuture(() -> routes.of(user), true)
                .doOnNext(devices -> router.route(new PersonalChange(version), List.of(devices)))
                .then();
    }
}
