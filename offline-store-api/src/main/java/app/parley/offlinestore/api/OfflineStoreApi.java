package app.parley.offlinestore.api;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/**
 * The internal API of offline-store-service, on its internal port and with the service credential.
 *
 * <p>A conversation belongs to the shard {@link ShardMap#shardOf}, and a shard to one owner at a time. What is about one
 * conversation goes to that owner, what changes it in batches; what is about a user can be asked of any instance. Errors are problem details (RFC 9457): 421 {@code not_owner} (ask for the
 * {@link #shards() shard map} again and go there), 503 {@code unavailable} (the same batch may be sent again: every
 * command is idempotent).
 */
@HttpExchange("/internal/v1")
public interface OfflineStoreApi {

    /** How many shards there are, and who owns them. */
    @GetExchange("/shards")
    Mono<ShardMap> shards();

    /**
     * Applies commands to a shard, in their order. The answer has one outcome for each command, in the same order, and
     * comes when every {@link Outcome.Appended} in it is durable. A caller has one batch under way for a shard, so that
     * the order of its senders is kept.
     */
    @PostExchange("/shards/{shard}/commands")
    Mono<List<Outcome>> apply(@PathVariable int shard, @RequestBody List<Command> commands);

    /**
     * What waits for devices, 1 to 500 of them: for each, in the same order, the conversations whose head is beyond its
     * cursor; null if that cannot be said now. Asked when a device connects, after its route is known; for many with one call, since they tend to come back
     * together. A user's first device takes over what waited while the user had none.
     */
    @PostExchange("/pending")
    Mono<List<@Nullable List<Position>>> pending(@RequestBody List<Device> devices);

    /** Where a conversation and this device in it stand. An unknown conversation is an empty one. */
    @GetExchange("/conversations/{conversation}/state")
    Mono<ConversationState> state(@PathVariable UUID conversation, @RequestParam UUID user, @RequestParam UUID device);

    /**
     * Messages of a conversation that are durable and not wiped, ascending by sequence: those that this user may see, which
     * in a group are those from the time when they were in it.
     *
     * @param after the messages that follow this sequence number, the oldest first to come; or null
     * @param before the messages that precede it, the newest first to be taken; or null. With neither, the newest
     * @param limit 1 to 500
     */
    @GetExchange("/conversations/{conversation}/messages")
    Mono<List<StoredMessage>> messages(
            @PathVariable UUID conversation,
            @RequestParam UUID user,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam int limit);

    /**
     * Where those who are in a conversation, and may see this message, stand; empty if this user may not see it, or there is
     * no such message.
     */
    @GetExchange("/conversations/{conversation}/messages/{seq}/receipts")
    Mono<List<ConversationState.Progress>> receipts(
            @PathVariable UUID conversation, @PathVariable long seq, @RequestParam UUID user);

    /**
     * What a list of conversations shows of each, 1 to 1,000 of them; those in which the user never was are left out, and the
     * order is any. All have to be of shards that the asked instance owns; 421 {@code not_owner} otherwise.
     */
    @PostExchange("/overviews")
    Mono<List<Overview>> overviews(@RequestBody ListedConversations list);

    /**
     * Whose devices have not acknowledged in time, in the conversations that the asked instance owns; each comes again later
     * and later, until it has, or for some minutes. One chat node at a time is told, the one that asked first and goes on
     * asking; the others get an empty list.
     *
     * @param node the asking chat node
     * @param limit the most to be told at once, 1 to 1000
     */
    @PostExchange("/overdue")
    Mono<List<Overdue>> overdue(@RequestParam String node, @RequestParam int limit);

    /**
     * Has a user leave no trace in a conversation: neither a place in it, nor their id in what others say, and of what they
     * said themselves their name goes, or all. In the place of their ids is the nil UUID then. Answers when it is durable
     * that it will be so; until it is done, readers see it as if it were. Asked again, it is done again.
     *
     * @param erase whether what they said goes
     */
    @DeleteExchange("/conversations/{conversation}/users/{user}")
    Mono<Void> forgetUser(@PathVariable UUID conversation, @PathVariable UUID user, @RequestParam boolean erase);

    /**
     * Forgets a device that was revoked: nothing waits for it any more.
     *
     * @param version that of the user's devices without it. Nothing happens in conversations that know a newer list, since
     *     the device may have come back with it; 0 if that cannot be
     */
    @DeleteExchange("/users/{user}/devices/{device}")
    Mono<Void> forget(
            @PathVariable UUID user, @PathVariable UUID device, @RequestParam(defaultValue = "0") long version);
}
