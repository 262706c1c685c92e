package app.parley.offlinestore.api;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;

/**
 * What the instances of offline-store-service ask of each other. Each answers for the shards that it owns itself; 421
 * {@code not_owner} if one that it is asked about is not among them.
 */
@HttpExchange("/internal/v1/peer")
public interface PeerApi {

    /** Offers a shard that was just given back. Answers when it is served here; 421 if it is not. */
    @PutExchange("/shards/{shard}")
    Mono<Void> take(@PathVariable int shard);

    /**
     * For each of these users in whose conversations something waits: those conversations, as far as they are in memory and
     * belong to these shards.
     */
    @PostExchange("/waiting")
    Mono<Map<UUID, List<UUID>>> waiting(@RequestBody Users users);

    /**
     * Where devices stand, for each in the same order, in those of these conversations in which something waits for it; null
     * for a device of which one of them cannot be read.
     */
    @PostExchange("/positions")
    Mono<List<@Nullable List<Position>>> positions(@RequestBody List<DeviceConversations> devices);

    /** {@link OfflineStoreApi#forget}, of these conversations. */
    @PostExchange("/users/{user}/devices/{device}/departure")
    Mono<Void> forget(
            @PathVariable UUID user,
            @PathVariable UUID device,
            @RequestParam long version,
            @RequestBody Conversations conversations);

    /**
     * Conversations in which something may wait for a user.
     *
     * @param listed those that are on the user's stored list
     */
    record Conversations(List<UUID> all, List<UUID> listed) {}

    /** Some users, and the shards that are asked about them. */
    record Users(List<UUID> users, List<Integer> shards) {}

    /** A device, and conversations in which something may wait for its user. */
    record DeviceConversations(Device device, Conversations conversations) {}
}
