package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.conversation.Standing;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.shard.OpenShard.WaitingConversations;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What others ask of the conversation logs, put to the shards that have the answer. */
@Service
public class ConversationLogs {

    private final OwnedShards shards;
    private final Stores stores;
    private final ShardLeases leases;
    private final ShardPlacement placement;

    ConversationLogs(OwnedShards shards, Stores stores, ShardLeases leases, ShardPlacement placement) {
        this.shards = shards;
        this.stores = stores;
        this.leases = leases;
        this.placement = placement;
    }

    /** Where each shard is served; empty while one of them is served nowhere. */
    public Mono<List<URI>> shards() {
        return leases.addresses()
                .filter(addresses -> addresses.size() == shards.count())
                .map(addresses -> IntStream.range(0, shards.count())
                        .mapToObj(addresses::get)
                        .toList());
    }

    public Mono<List<Outcome>> apply(int shard, List<Command> commands) {
        return Mono.defer(() -> shards.shard(shard).apply(commands));
    }

    /** What waits for a device, in all shards. */
    public Mono<List<Position>> pending(UUID user, UUID device) {
        return waiting(user)
                .flatMap(waiting -> waiting.shard().waitingPositions(user, device, waiting.conversations()))
                .collectList();
    }

    /**
     * Drops a device wherever something waits for it, unless a newer list of the user's devices is known there.
     *
     * @param version that of the user's devices without it, or 0
     */
    public Mono<Void> forget(UUID user, UUID device, long version) {
        return waiting(user)
                .flatMap(waiting -> waiting.shard().forget(user, device, version, waiting.conversations()))
                .then();
    }

    /** Memory is asked before the stored lists: what leaves memory meanwhile is on its list already. */
    private Flux<Waiting> waiting(UUID user) {
        return Flux.range(0, shards.count())
                .flatMap(number -> shards.shard(number).waitingFor(user))
                .flatMapIterable(ids -> ids)
                .collectList()
                .zipWhen(_ -> stores.waiting().of(user).collectList())
                .flatMapMany(found -> byShard(found.getT1(), found.getT2()));
    }

    private Flux<Waiting> byShard(List<UUID> inMemory, List<UUID> listed) {
        return Flux.range(0, shards.count()).mapNotNull(number -> {
            Set<UUID> listedHere = new HashSet<>(listed);
            listedHere.removeIf(id -> shardOf(id) != number);
            Set<UUID> all = new HashSet<>(inMemory);
            all.removeIf(id -> shardOf(id) != number);
            all.addAll(listedHere);
            return all.isEmpty() ? null : new Waiting(shards.shard(number), new WaitingConversations(all, listedHere));
        });
    }

    public Mono<Standing> state(UUID conversation, UUID user, UUID device) {
        return Mono.defer(() -> owner(conversation).state(conversation, user, device));
    }

    /** The messages that follow {@code after}, or precede {@code before}, or the newest; ascending. */
    public Mono<List<Message>> messages(UUID conversation, @Nullable Long after, @Nullable Long before, int limit) {
        return Mono.defer(() -> owner(conversation)
                .view(
                        conversation,
                        its -> Optional.ofNullable(after)
                                .map(seq -> LogView.after(its, seq, limit))
                                .orElseGet(() -> LogView.before(its, before, limit)))
                .flatMap(view -> view.read(stores.log())));
    }

    private OpenShard owner(UUID conversation) {
        return shards.shard(shardOf(conversation));
    }

    private int shardOf(UUID conversation) {
        return placement.shardOf(conversation, shards.count());
    }

    private record Waiting(OpenShard shard, WaitingConversations conversations) {}
}
