package app.parley.offlinestore.shard;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells one chat node, and no other meanwhile, who has not acknowledged in time. */
@Service
public class Reminders {

    private final OwnedShards shards;
    private final SupervisionSettings settings;
    private @Nullable String seatedNode;
    private long seatedNanos;

    Reminders(OwnedShards shards, SupervisionSettings settings) {
        this.shards = shards;
        this.settings = settings;
    }

    /** What a chat node has to look after, in the shards that are owned here; nothing if another node does. */
    public Mono<List<Reminder>> due(String node, int limit) {
        return Mono.fromSupplier(() -> takeSeat(node))
                .filter(taken -> taken)
                .flatMapMany(_ -> Flux.fromIterable(shards.owned()))
                .flatMap(shard -> shard.due(limit))
                .flatMapIterable(reminders -> reminders)
                .collectList();
    }

    private synchronized boolean takeSeat(String node) {
        long now = System.nanoTime();
        boolean free = seatedNode == null || now - seatedNanos > settings.seat().toNanos();
        if (!free && !Objects.equals(seatedNode, node)) {
            return false;
        }
        seatedNode = node;
        seatedNanos = now;
        return true;
    }
}
