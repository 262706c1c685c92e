package app.parley.offlinestore.shard;

import java.util.UUID;

/** Which shard a conversation belongs to. Callers compute the same, so that it is part of their contract. */
@FunctionalInterface
public interface ShardPlacement {

    int shardOf(UUID conversation, int shards);
}
