package app.parley.offlinestore.shard;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when every shard is open. */
@Component("shards")
class ShardHealth implements HealthIndicator {

    private final OwnedShards shards;

    ShardHealth(OwnedShards shards) {
        this.shards = shards;
    }

    @Override
    public Health health() {
        return (shards.isComplete() ? Health.up() : Health.outOfService())
                .withDetail("open", shards.open().size())
                .withDetail("of", shards.count())
                .build();
    }
}
