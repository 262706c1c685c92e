package app.parley.chat.api;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The internal API of chat-service, on its internal port and with the service credential. Errors are problem details
 * (RFC 9457) whose {@code code} is named at each method.
 */
@HttpExchange("/internal/v1")
public interface ChatApi {

    /**
     * A group has changed. The answer comes when all its changes up to this one are in its log, and its members are being
     * told; whatever is sent afterwards, through any node, stands behind them. It may be asked again without harm. 503
     * {@code unavailable}: not all of them are there yet.
     *
     * @param version of the group with the change
     */
    @PostExchange("/conversations/{conversation}/changes")
    Mono<Void> announce(@PathVariable UUID conversation, @RequestParam long version);
}
