package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Position;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The other instances, by their internal addresses. */
public interface Peers {

    /** Has an instance take a shard that is free now. Completes when it serves it; fails if it does not. */
    Mono<Void> offer(URI peer, int shard);

    /** The conversations of these shards in its memory in which something waits for a user. */
    Mono<List<UUID>> waitingFor(URI peer, Set<Integer> shards, UUID user);

    /** Where a device stands in those of these conversations in which something waits for it. */
    Mono<List<Position>> waitingPositions(URI peer, UUID user, UUID device, WaitingConversations conversations);

    /** Drops a device from these conversations, unless a newer list of the user's devices than this is known there. */
    Mono<Void> forget(URI peer, UUID user, UUID device, long version, WaitingConversations conversations);
}
