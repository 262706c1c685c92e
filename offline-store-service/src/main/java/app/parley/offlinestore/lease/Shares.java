package app.parley.offlinestore.lease;

import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * How many shards each instance should have, as one of them sees it: as many as every other, and one more for the first by
 * name if that does not come out even. Each instance computes
 * the same from what all can see, once it has watched for the time of a lease.
 */
public final class Shares {

    private final int shards;
    private final String self;
    private final LeaseWatch leases;
    private final NavigableMap<String, Owner> instances = new TreeMap<>();

    /** @param instances that are there; this one is, whether it is among them or not */
    public Shares(int shards, Owner self, LeaseWatch leases, Collection<Owner> instances) {
        this.shards = shards;
        this.self = self.name();
        this.leases = leases;
        instances.forEach(instance -> this.instances.put(instance.name(), instance));
        withoutTheDead();
        this.instances.put(self.name(), self);
    }

    /** Who let its leases run out is gone, although it announced itself a moment ago: its shards must not wait for it. */
    private void withoutTheDead() {
        Set<String> renewing = owned().keySet();
        IntStream.range(0, shards)
                .mapToObj(shard -> leases.state(shard).owner())
                .filter(owner -> owner != null && !renewing.contains(owner.name()))
                .forEach(owner -> instances.remove(owner.name()));
    }

    /** How many shards an instance should have. */
    int of(String instance) {
        int before = instances.headMap(instance).size();
        return shards / instances.size() + (before < shards % instances.size() ? 1 : 0);
    }

    /**
     * The free shards that this instance should take now.
     *
     * @param mine those that it has
     * @param patience how long a shard waits for an instance that has less than its share
     */
    public List<Integer> toTake(Set<Integer> mine, Duration patience) {
        List<Integer> free = IntStream.range(0, shards)
                .filter(shard -> !mine.contains(shard) && leases.isFree(shard))
                .boxed()
                .toList();
        int wanted = Math.max(0, of(self) - mine.size());
        List<Integer> overdue =
                free.stream().filter(shard -> leases.isFreeFor(shard, patience)).toList();
        return overdue.size() >= wanted ? overdue : spread(free).subList(0, Math.min(wanted, free.size()));
    }

    /** Each instance begins somewhere else, so that they do not all claim the same ones. */
    private List<Integer> spread(List<Integer> free) {
        int begin = free.isEmpty() ? 0 : instances.headMap(self).size() * free.size() / instances.size();
        return IntStream.range(0, free.size())
                .mapToObj(i -> free.get((begin + i) % free.size()))
                .toList();
    }

    /** The instance that should have one of the shards of this one: it lacks the most, and this one has too many. */
    public Optional<Owner> toGiveTo(int mine) {
        return mine > of(self) ? neediest() : Optional.empty();
    }

    /** The other instance that lacks the most shards. */
    private Optional<Owner> neediest() {
        Map<String, Integer> owned = owned();
        return instances.values().stream()
                .filter(instance -> !instance.name().equals(self))
                .filter(instance -> lacks(instance, owned) > 0)
                .max((one, other) -> Integer.compare(lacks(one, owned), lacks(other, owned)));
    }

    private int lacks(Owner instance, Map<String, Integer> owned) {
        return of(instance.name()) - owned.getOrDefault(instance.name(), 0);
    }

    private Map<String, Integer> owned() {
        Map<String, Integer> owned = new HashMap<>();
        for (int shard = 0; shard < shards; shard++) {
            Owner owner = leases.state(shard).owner();
            if (owner != null && !leases.isFree(shard)) {
                owned.merge(owner.name(), 1, Integer::sum);
            }
        }
        return owned;
    }
}
