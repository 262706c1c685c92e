package app.parley.chat.personal.web;

import app.parley.chat.api.PersonalApi;
import app.parley.chat.personal.PersonalNews;
import java.util.UUID;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Serves {@link PersonalApi}. */
@RestController
class PersonalController implements PersonalApi {

    private final PersonalNews news;

    PersonalController(PersonalNews news) {
        this.news = news;
    }

    @Override
    public Mono<Void> changed(UUID user, long version) {
        return news.tell(user, version);
    }
}
