package app.parley.chat.api;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** What chat-service wants to hear of people, on its internal port and with the service credential. */
@HttpExchange("/internal/v1/people")
public interface PeopleApi {

    /**
     * Privacy, blocks or contacts of these people, 1 to 500, have changed. The answer comes when all nodes are being told to
     * ask anew what these people may see of others, and others of them. It may be said again without harm. Word may get
     * lost: no node remembers for longer than half a minute.
     */
    @PostExchange("/changes")
    Mono<Void> changed(@RequestBody List<UUID> people);
}
