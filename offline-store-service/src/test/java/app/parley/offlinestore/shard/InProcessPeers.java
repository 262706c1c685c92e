package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Position;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import reactor.core.publisher.Mono;

/** The other instances of this test's process, by address. One that has crashed is not reached. */
final class InProcessPeers implements Peers, SmartInitializingSingleton, AutoCloseable {

    private static final Map<URI, Services> REACHABLE = new ConcurrentHashMap<>();

    private final URI self;
    private final ObjectProvider<UserQueues> queues;
    private final ObjectProvider<ShardOffers> offers;

    InProcessPeers(ShardSettings settings, ObjectProvider<UserQueues> queues, ObjectProvider<ShardOffers> offers) {
        this.self = settings.address();
        this.queues = queues;
        this.offers = offers;
    }

    private record Services(UserQueues queues, ShardOffers offers) {}

    @Override
    public void afterSingletonsInstantiated() {
        REACHABLE.put(self, new Services(queues.getObject(), offers.getObject()));
    }

    /** From now on nobody reaches this instance. */
    @Override
    public void close() {
        REACHABLE.remove(self);
    }

    @Override
    public Mono<Void> offer(URI peer, int shard) {
        return at(peer, its -> its.offers().take(shard));
    }

    @Override
    public Mono<Map<UUID, List<UUID>>> waitingFor(URI peer, Set<Integer> shards, Set<UUID> users) {
        return at(peer, its -> its.queues().waitingHere(shards, users));
    }

    @Override
    public Mono<List<@Nullable List<Position>>> waitingPositions(URI peer, List<DeviceQueue> queues) {
        return at(peer, its -> its.queues().positionsHere(queues));
    }

    @Override
    public Mono<Void> forget(URI peer, UUID user, UUID device, long version, WaitingConversations conversations) {
        return at(peer, its -> its.queues().forgetHere(user, device, version, conversations));
    }

    private static <T> Mono<T> at(URI peer, Function<Services, Mono<T>> call) {
        return Mono.defer(() -> {
            Services found = REACHABLE.get(peer);
            return found == null ? Mono.error(new IllegalStateException(peer + " is not there")) : call.apply(found);
        });
    }
}
