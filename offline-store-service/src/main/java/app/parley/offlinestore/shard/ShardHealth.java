package app.parley.offlinestore.shard;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Ready once every shard was served, here or elsewhere. From then on a shard that has lost its owner is no reason to send
 * callers away: the others are served, and no other instance would serve that one.
 */
@Component("shards")
class ShardHealth implements HealthIndicator {

    private final OwnedShards shards;
    private final Ownership ownership;
    private volatile boolean wasComplete;

    ShardHealth(OwnedShards shards, Ownership ownership) {
        this.shards = shards;
        this.ownership = ownership;
    }

    @Override
    public Health health() {
        wasComplete |= ownership.isComplete();
        return (wasComplete ? Health.up() : Health.outOfService())
                .withDetail("open", shards.open().size())
                .withDetail("of", shards.count())
                .build();
    }
}
