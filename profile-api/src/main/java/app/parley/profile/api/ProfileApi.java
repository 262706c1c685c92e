package app.parley.profile.api;

import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The internal API of profile-service, on its internal port and with the service credential. Errors are problem
 * details (RFC 9457) whose {@code code} is named at each method.
 */
@HttpExchange("/internal/v1")
public interface ProfileApi {

    /** Checks a handle and a password. 401 {@code invalid_credentials} if they do not match, whichever is wrong. */
    @PostExchange("/credentials/verify")
    Mono<Account> verify(@RequestBody Credentials credentials);

    /**
     * The direct conversation of two people, made on first use. Its id is computed from the pair. 404
     * {@code unknown_user} if one of them does not exist, 422 {@code invalid_field} if both are the same.
     */
    @PostExchange("/conversations/direct")
    Mono<Conversation> direct(@RequestBody Pair pair);

    /** A conversation with its members. 404 {@code unknown_conversation}. */
    @GetExchange("/conversations/{conversation}")
    Mono<Conversation> conversation(@PathVariable UUID conversation);
}
