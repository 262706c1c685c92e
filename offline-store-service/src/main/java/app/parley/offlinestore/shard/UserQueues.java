package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Position;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What waits for users, whichever instances own the conversations that it waits in. */
@Service
public class UserQueues {

    private static final Logger LOG = LoggerFactory.getLogger(UserQueues.class);

    /** How many lists, and the conversations of how many devices, are read at once for one call. */
    private static final int AT_ONCE = 32;

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

    /** What waits for devices, in all shards: for each of them, in their order; null if it cannot be said now. */
    public Mono<List<@Nullable List<Position>>> pending(List<Device> devices) {
        return Mono.defer(() -> everywhere(users(devices), this::listedIfReadable)
                .flatMap(parts -> find(Set.copyOf(devices), parts))
                .map(found -> devices.stream()
                        .<@Nullable List<Position>>map(device -> positions(found.get(device)))
                        .toList()));
    }

    private static Set<UUID> users(List<Device> devices) {
        return devices.stream().map(Device::user).collect(Collectors.toSet());
    }

    private static @Nullable List<Position> positions(@Nullable Found found) {
        return found == null ? null : found.positions();
    }

    private Mono<Map<Device, Found>> find(Set<Device> devices, Map<UUID, Parts> parts) {
        Map<URI, List<DeviceQueue>> elsewhere = new HashMap<>();
        List<DeviceQueue> here = new ArrayList<>();
        for (Device device : devices) {
            Parts its = parts.get(device.user());
            if (its == null) {
                continue;
            }
            here.add(new DeviceQueue(device, its.here()));
            its.elsewhere()
                    .forEach((peer, conversations) -> elsewhere
                            .computeIfAbsent(peer, _ -> new ArrayList<>())
                            .add(new DeviceQueue(device, conversations)));
        }
        return Flux.merge(
                        found(here, positionsHere(here)),
                        Flux.fromIterable(elsewhere.entrySet())
                                .flatMap(peer ->
                                        found(peer.getValue(), peers.waitingPositions(peer.getKey(), peer.getValue()))))
                .collect(Collectors.toMap(Found::device, Function.identity(), Found::and));
    }

    private static Flux<Found> found(List<DeviceQueue> asked, Mono<List<@Nullable List<Position>>> answer) {
        return answer.flatMapIterable(all -> IntStream.range(0, asked.size())
                .mapToObj(i -> new Found(asked.get(i).device(), all.get(i)))
                .toList());
    }

    /**
     * Drops a device wherever something waits for it, unless a newer list of the user's devices is known there.
     *
     * @param version that of the user's devices without it, or 0
     */
    public Mono<Void> forget(UUID user, UUID device, long version) {
        return Mono.defer(() -> everywhere(Set.of(user), this::listed)
                .map(parts -> Objects.requireNonNull(parts.get(user)))
                .flatMap(part -> Mono.when(
                        forgetHere(user, device, version, part.here()),
                        Flux.fromIterable(part.elsewhere().entrySet())
                                .flatMap(
                                        peer -> peers.forget(peer.getKey(), user, device, version, peer.getValue())))));
    }

    /** The conversations of these shards, which are served here, in which something waits for one of these users. */
    public Mono<Map<UUID, List<UUID>>> waitingHere(Collection<Integer> numbers, Set<UUID> users) {
        return Flux.fromIterable(numbers)
                .flatMap(number -> shards.shard(number).waitingFor(users))
                .collectList()
                .map(UserQueues::together);
    }

    private static Map<UUID, List<UUID>> together(List<Map<UUID, List<UUID>>> parts) {
        Map<UUID, List<UUID>> all = new HashMap<>();
        parts.forEach(part -> part.forEach((user, conversations) ->
                all.computeIfAbsent(user, _ -> new ArrayList<>()).addAll(conversations)));
        return all;
    }

    /**
     * Where devices stand in those of these conversations, which are served here, in which something waits for them. It is null
     * for a device of which a conversation cannot be read: the others have their answer all the same.
     */
    public Mono<List<@Nullable List<Position>>> positionsHere(List<DeviceQueue> queues) {
        return Flux.fromIterable(queues)
                .flatMapSequential(this::positionsIfReadable, AT_ONCE)
                .collectList()
                .map(found -> found.stream()
                        .<@Nullable List<Position>>map(positions -> positions.orElse(null))
                        .toList());
    }

    private Mono<Optional<List<Position>>> positionsIfReadable(DeviceQueue queue) {
        return positionsHere(queue)
                .map(Optional::of)
                .onErrorResume(failure -> !(failure instanceof NotOwnerException), failure -> {
                    LOG.warn("what waits for {} cannot be read: {}", queue.device(), failure.toString());
                    return Mono.just(Optional.empty());
                });
    }

    private Mono<List<Position>> positionsHere(DeviceQueue queue) {
        return Flux.fromIterable(byShard(queue.conversations()).entrySet())
                .flatMap(shard -> shards.shard(shard.getKey()).waitingPositions(queue.device(), shard.getValue()))
                .collectList();
    }

    /** {@link #forget}, of these conversations, which are served here. */
    public Mono<Void> forgetHere(UUID user, UUID device, long version, WaitingConversations conversations) {
        return Flux.fromIterable(byShard(conversations).entrySet())
                .flatMap(shard -> shards.shard(shard.getKey()).forget(user, device, version, shard.getValue()))
                .then();
    }

    /**
     * Memory is asked before the stored lists: what leaves memory meanwhile is on a list already.
     *
     * @param listed a user's stored list; those for whom it gives none are left out
     */
    private Mono<Map<UUID, Parts>> everywhere(Set<UUID> users, Function<UUID, Mono<List<UUID>>> listed) {
        Map<URI, Set<Integer>> elsewhere = ownership.elsewhere();
        Map<Integer, URI> peerOf = new HashMap<>();
        elsewhere.forEach((peer, numbers) -> numbers.forEach(number -> peerOf.put(number, peer)));
        List<Integer> here = shards.all().stream()
                .map(ShardOwner::shard)
                .filter(number -> !peerOf.containsKey(number))
                .toList();
        return Flux.merge(
                        waitingHere(here, users),
                        Flux.fromIterable(elsewhere.entrySet())
                                .flatMap(peer -> peers.waitingFor(peer.getKey(), peer.getValue(), users)))
                .collectList()
                .map(UserQueues::together)
                .flatMap(inMemory -> Flux.fromIterable(users)
                        .flatMap(
                                user -> listed.apply(user)
                                        .map(list -> Map.entry(
                                                user, parts(inMemory.getOrDefault(user, List.of()), list, peerOf))),
                                AT_ONCE)
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Mono<List<UUID>> listed(UUID user) {
        return lists.of(user).collectList();
    }

    private Mono<List<UUID>> listedIfReadable(UUID user) {
        return listed(user).onErrorResume(failure -> {
            LOG.warn("the list of user {} cannot be read: {}", user, failure.toString());
            return Mono.empty();
        });
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

    /** Where a device stands in some of its conversations; null if that cannot be said. */
    private record Found(Device device, @Nullable List<Position> positions) {

        Found and(Found other) {
            return positions == null || other.positions == null
                    ? new Found(device, null)
                    : new Found(
                            device,
                            Stream.concat(positions.stream(), other.positions.stream())
                                    .toList());
        }
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
