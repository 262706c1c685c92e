package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Position;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The other instances, by their internal addresses. */
public interface Peers {

    /** Has an instance take a shard that is free now. Completes when it serves it; fails if it does not. */
    Mono<Void> offer(URI peer, int shard);

    /** The conversations of these shards in its memory in which something waits for one of these users, by user. */
    Mono<Map<UUID, List<UUID>>> waitingFor(URI peer, Set<Integer> shards, Set<UUID> users);

    /** Where devices stand in what waits for them: for each of these queues, in their order; null if it cannot be said now. */
    Mono<List<@Nullable List<Position>>> waitingPositions(URI peer, List<DeviceQueue> queues);

    /** Drops a device from these conversations, unless a newer list of the user's devices than this is known there. */
    Mono<Void> forget(URI peer, UUID user, UUID device, long version, WaitingConversations conversations);
}
