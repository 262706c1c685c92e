package app.parley.offlinestore.shard.web;

import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.shard.ShardPlacement;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Places conversations as {@link ShardMap} tells the callers. */
@Component
class ContractPlacement implements ShardPlacement {

    @Override
    public int shardOf(UUID conversation, int shards) {
        return ShardMap.shardOf(conversation, shards);
    }
}
