package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Position;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits for a user, whichever instances own the conversations that it waits in. */
@Service
public class UserQueues {

    private final OwnedShards shards;
    private final Ownership ownership;
    private final Peers peers;
    private final WaitingLists lists;
    private final ShardPlacement placement;

    UserQueues(OwnedShards shards, Ownership ownership, Peers peers, WaitingLists lists, ShardPlacement placement) {
        this.shards = shards;
        this.ownership = ownership;
        this.peers = peers;
        this.lists = lists;
        this.placement = placement;
    }

    /** What waits for a device, in all shards. */
    public Mono<List<Position>> pending(UUID user, UUID device) {
        return Mono.defer(() -> everywhere(user)
                .flatMap(part -> Flux.merge(
                                positionsHere(user, device, part.here()),
                                Flux.fromIterable(part.elsewhere().entrySet())
                                        .flatMap(peer ->
                                                peers.waitingPositions(peer.getKey(), user, device, peer.getValue()))
                                        .flatMapIterable(positions -> positions))
                        .collectList()));
    }

    /**
     * Drops a device wherever something waits for it, unless a newer list of the user's devices is known there.
     *
     * @param version that of the user's devices without it, or 0
     */
    public Mono<Void> forget(UUID user, UUID device, long version) {
        return Mono.defer(() -> everywhere(user)
                .flatMap(part -> Mono.when(
                        forgetHere(user, device, version, part.here()),
                        Flux.fromIterable(part.elsewhere().entrySet())
                                .flatMap(
                                        peer -> peers.forget(peer.getKey(), user, device, version, peer.getValue())))));
    }

    /** The conversations of these shards, which are served here, in which something waits for a user. */
    public Mono<List<UUID>> waitingHere(Collection<Integer> numbers, UUID user) {
        return Flux.fromIterable(numbers)
                .flatMap(number -> shards.shard(number).waitingFor(user))
                .flatMapIterable(ids -> ids)
                .collectList();
    }

    /** Where a device stands in those of these conversations, which are served here, in which something waits for it. */
    public Flux<Position> positionsHere(UUID user, UUID device, WaitingConversations conversations) {
        return Flux.fromIterable(byShard(conversations).entrySet())
                .flatMap(shard -> shards.shard(shard.getKey()).waitingPositions(user, device, shard.getValue()));
    }

    /** {@link #forget}, of these conversations, which are served here. */
    public Mono<Void> forgetHere(UUID user, UUID device, long version, WaitingConversations conversations) {
        return Flux.fromIterable(byShard(conversations).entrySet())
                .flatMap(shard -> shards.shard(shard.getKey()).forget(user, device, version, shard.getValue()))
                .then();
    }

    /** Memory is asked before the stored list: what leaves memory meanwhile is on the list already. */
    private Mono<Parts> everywhere(UUID user) {
        Map<URI, Set<Integer>> elsewhere = ownership.elsewhere();
        Map<Integer, URI> peerOf = new HashMap<>();
        elsewhere.forEach((peer, numbers) -> numbers.forEach(number -> peerOf.put(number, peer)));
        List<Integer> here = shards.all().stream()
                .map(ShardOwner::shard)
                .filter(number -> !peerOf.containsKey(number))
                .toList();
        return Flux.merge(
                        waitingHere(here, user),
                        Flux.fromIterable(elsewhere.entrySet())
                                .flatMap(peer -> peers.waitingFor(peer.getKey(), peer.getValue(), user)))
                .flatMapIterable(ids -> ids)
                .collectList()
                .zipWhen(_ -> lists.of(user).collectList())
                .map(found -> parts(found.getT1(), found.getT2(), peerOf));
    }

    private Parts parts(List<UUID> inMemory, List<UUID> listed, Map<Integer, URI> peerOf) {
        Parts parts = new Parts(new WaitingConversations(new HashSet<>(), new HashSet<>()), new HashMap<>());
        inMemory.forEach(id -> parts.at(peerOf.get(shardOf(id))).all().add(id));
        listed.forEach(id -> {
            WaitingConversations part = parts.at(peerOf.get(shardOf(id)));
            part.all().add(id);
            part.listed().add(id);
        });
        return parts;
    }

    private Map<Integer, WaitingConversations> byShard(WaitingConversations conversations) {
        Map<Integer, WaitingConversations> byShard = new HashMap<>();
        for (UUID id : conversations.all()) {
            WaitingConversations part = byShard.computeIfAbsent(
                    shardOf(id), _ -> new WaitingConversations(new HashSet<>(), new HashSet<>()));
            part.all().add(id);
            if (conversations.listed().contains(id)) {
                part.listed().add(id);
            }
        }
        return byShard;
    }

    private int shardOf(UUID conversation) {
        return placement.shardOf(conversation, shards.count());
    }

    /** The conversations in which something may wait for a user: those that are served here, and the others by peer. */
    private record Parts(WaitingConversations here, Map<URI, WaitingConversations> elsewhere) {

        WaitingConversations at(@Nullable URI peer) {
            return peer == null
                    ? here
                    : elsewhere.computeIfAbsent(peer, _ -> new WaitingConversations(new HashSet<>(), new HashSet<>()));
        }
    }
}
