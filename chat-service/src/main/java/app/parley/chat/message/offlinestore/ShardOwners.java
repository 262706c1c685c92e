package app.parley.chat.message.offlinestore;

import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.OfflineStoreApi;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.ShardMap;
import app.parley.service.client.ServiceClients;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who owns which shard, and the way there. */
@Component
class ShardOwners {

    private static final Logger log = LoggerFactory.getLogger(ShardOwners.class);

    private final OfflineStoreApi anyInstance;
    private final ServiceClients clients;
    private final Map<URI, OfflineStoreApi> instances = new ConcurrentHashMap<>();
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable ShardMap map;

    ShardOwners(OfflineStoreApi anyInstance, ServiceClients clients) {
        this.anyInstance = anyInstance;
        this.clients = clients;
    }

    /** The shards as they were last heard of, or null if they have never been. */
    @Nullable
    ShardMap map() {
        return map;
    }

    /** Asks who owns what now. */
    void refresh() {
        if (!refreshing.compareAndSet(false, true)) {
            return;
        }
        anyInstance
                .shards()
                .doFinally(_ -> refreshing.set(false))
                .subscribe(
                        found -> map = found,
                        failure -> log.warn("The owners of the shards are not known: {}", failure.toString()));
    }

    /** Has the owner of a shard apply these commands. */
    Mono<List<Outcome>> apply(int shard, List<Command> commands) {
        ShardMap known = map;
        if (known == null) {
            return Mono.error(new IllegalStateException("the owners of the shards are not known"));
        }
        return instances
                .computeIfAbsent(known.owners().get(shard), address -> clients.create(OfflineStoreApi.class, address))
                .apply(shard, commands);
    }
}
