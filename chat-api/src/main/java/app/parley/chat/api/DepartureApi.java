package app.parley.chat.api;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The part of the internal API of chat-service for accounts that are closed, served as {@link ChatApi} is. */
@HttpExchange("/internal/v1")
public interface DepartureApi {

    /**
     * Has the logs of conversations, 1 to 500, forget somebody who is in none of them any more. The answer comes when all of
     * them will for certain. It may be asked again without harm. 503 {@code unavailable}: not all of them.
     *
     * @param erase whether what the user sent is erased; otherwise it stays, without its sender
     */
    @PostExchange("/people/{user}/departure")
    Mono<Void> forget(@PathVariable UUID user, @RequestParam boolean erase, @RequestBody List<UUID> conversations);
}
