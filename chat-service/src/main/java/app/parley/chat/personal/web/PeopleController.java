package app.parley.chat.personal.web;

import app.parley.chat.api.PeopleApi;
import app.parley.chat.personal.PersonalNews;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link PeopleApi}. */
@RestController
class PeopleController implements PeopleApi {

    private final PersonalNews news;

    PeopleController(PersonalNews news) {
        this.news = news;
    }

    @Override
    public Mono<Void> changed(UUID user, long version) {
        return news.tell(user, version);
    }
}
