package app.parley.chat.api;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** What people keep for themselves, in the internal API of chat-service, served as {@link ChatApi} is. */
@HttpExchange("/internal/v1")
public interface PersonalApi {

    /**
     * Somebody has changed what they keep for themselves. Their devices that are online are told, at most once: one that does
     * not hear of it learns of it with the next change, or when it connects again.
     *
     * @param version of all that they keep, with the change
     */
    @PostExchange("/people/{user}/changes")
    Mono<Void> changed(@PathVariable UUID user, @RequestParam long version);
}
