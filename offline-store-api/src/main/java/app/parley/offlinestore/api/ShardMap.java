package app.parley.offlinestore.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The shards and their owners.
 *
 * @param owners for each shard, the internal base address of the instance that owns it, or null while nobody does; its size
 *     is the number of shards, which never changes in the life of a deployment
 */
public record ShardMap(List<@Nullable URI> owners) {

    /** The shard of a conversation among so many. */
    public static int shardOf(UUID conversation, int shards) {
        long mixed =
                (conversation.getMostSignificantBits() ^ conversation.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) Math.floorMod(mixed ^ (mixed >>> 32), (long) shards);
    }

    /** The shard of a conversation. */
    public int shardOf(UUID conversation) {
        return shardOf(conversation, owners.size());
    }
}
