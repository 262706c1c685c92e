package app.parley.profile.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** Has a code to sign in with sent to who has an address. Whether somebody has it is not told, also not by the time. */
    @PostExchange("/sign-in-codes")
    Mono<CodeAnswer> requestCode(@RequestBody SignInAddress address);

    /** Checks a code, which serves once. 401 {@code invalid_code} if it is not one to sign in with at that address. */
    @PostExchange("/sign-in-codes/verify")
    Mono<Account> verifyCode(@RequestBody CodeCredentials credentials);

    /**
     * The direct conversations of pairs of people, 1 to 500: for each pair, in the same order, theirs, made on first use, with
     * an id that is computed from the pair; null if one of the two does not exist, or both are the same.
     */
    @PostExchange("/conversations/direct")
    Mono<List<@Nullable Conversation>> direct(@RequestBody List<Pair> pairs);

    /** Conversations, 1 to 500: for each id, in the same order, what has it; null if there is none. */
    @PostExchange("/conversations/lookup")
    Mono<List<@Nullable Conversation>> conversations(@RequestBody List<UUID> ids);

    /** The changes of a group that follow this version, the oldest first, 100 at most; none if there is no such group. */
    @GetExchange("/conversations/{conversation}/changes")
    Mono<List<GroupChange>> changes(@PathVariable UUID conversation, @RequestParam long after);

    /** All conversations that a user is in, as they see them, the one first that they joined last; none if there is no such user. */
    @GetExchange("/people/{user}/conversations")
    Mono<List<OwnConversation>> conversationsOf(@PathVariable UUID user);

    /**
     * Whom somebody writes to with one of their broadcast lists, 1 to 256 users, who may be gone by now. 404 {@code
     * unknown_broadcast} if it is none of theirs.
     */
    @GetExchange("/people/{user}/broadcasts/{broadcast}/recipients")
    Mono<List<UUID>> recipients(@PathVariable UUID user, @PathVariable UUID broadcast);

    /** What people may see of others, for 1 to 500 pairs of them, in the same order; of oneself it is everything. */
    @PostExchange("/sights")
    Mono<List<Sight>> sights(@RequestBody List<Look> looks);

    /**
     * All that is kept of a user here, but for the conversations that they are in: a part of it, to be asked for one after the
     * other. 404 {@code unknown_user}.
     *
     * @param cursor {@code next} of the part before; empty for the first one
     */
    @GetExchange("/people/{user}/export")
    Mono<ExportPart> export(@PathVariable UUID user, @RequestParam String cursor);
}
