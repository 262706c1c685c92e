package app.parley.offlinestore.shard;

import app.parley.offlinestore.lease.Instances;
import app.parley.offlinestore.lease.Lease;
import app.parley.offlinestore.lease.LeaseSettings;
import app.parley.offlinestore.lease.LeaseState;
import app.parley.offlinestore.lease.LeaseWatch;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import app.parley.offlinestore.lease.Shares;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Sees to it that each shard has an owner, and this instance its share: renews its leases, takes shards that are free, and
 * gives one that it has too many to an instance that lacks one. A shard that is given away is offered to its next owner, so
 * that it is served again in the time that its journal takes to be read.
 */
@Component
class Ownership implements ShardOffers, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Ownership.class);

    /** Between two announcements an instance may miss so many of its own. */
    private static final int MISSED_ANNOUNCEMENTS = 6;

    private final OwnedShards shards;
    private final ShardLeases leases;
    private final Instances instances;
    private final Peers peers;
    private final LeaseSettings settings;
    private volatile @Nullable LeaseWatch watch;
    private volatile List<Owner> others = List.of();
    private Disposable.Composite running = Disposables.composite();
    private final AtomicBoolean giving = new AtomicBoolean();
    private volatile boolean started;
    private long beat;

    Ownership(OwnedShards shards, ShardLeases leases, Instances instances, Peers peers, LeaseSettings settings) {
        this.shards = shards;
        this.leases = leases;
        this.instances = instances;
        this.peers = peers;
        this.settings = settings;
    }

    /** Where each shard is served, as far as it is; asked for anew. */
    Mono<Map<Integer, URI>> addresses() {
        return leases.all()
                .map(states -> states.entrySet().stream()
                        .filter(state -> state.getValue().owner() != null)
                        .collect(Collectors.toMap(
                                Map.Entry::getKey,
                                state -> Objects.requireNonNull(state.getValue().owner())
                                        .address())));
    }

    /** The other instances that own shards, by address, with these; as they were last seen. */
    Map<URI, Set<Integer>> elsewhere() {
        return shards.all().stream()
                .filter(shard -> shard.open() == null)
                .collect(Collectors.groupingBy(
                        shard -> addressOf(shard.shard()), Collectors.mapping(ShardOwner::shard, Collectors.toSet())));
    }

    private URI addressOf(int shard) {
        LeaseWatch seen = watch;
        Owner owner = seen == null ? null : seen.state(shard).owner();
        if (owner == null || owner.equals(shards.self())) {
            throw new NotOwnerException(shard);
        }
        return owner.address();
    }

    /** Whether every shard is served, here or elsewhere, as it was last seen. */
    boolean isComplete() {
        return shards.all().stream().allMatch(shard -> shard.open() != null || isServedElsewhere(shard.shard()));
    }

    /** What is said to be served here, and is not, an earlier process of the same name had. */
    private boolean isServedElsewhere(int shard) {
        LeaseWatch seen = watch;
        return seen != null
                && seen.state(shard).isServed()
                && !shards.self().equals(seen.state(shard).owner());
    }

    @Override
    public void start() {
        watch = new LeaseWatch(
                shards.count(), settings.duration(), settings.watch().multipliedBy(2));
        running = Disposables.composite();
        running.add(repeat(settings.renewal(), this::renew));
        running.add(repeat(settings.watch(), this::look));
        started = true;
    }

    /** Does something at once and then again and again, each time when it is done and as much time has passed. */
    private static Disposable repeat(Duration interval, Supplier<Mono<Void>> task) {
        return Mono.defer(task)
                .onErrorResume(failure -> {
                    LOG.warn("the shards could not be looked after, and will be: {}", failure.toString());
                    return Mono.empty();
                })
                .repeatWhen(done -> done.delayElements(interval))
                .subscribe();
    }

    private Mono<Void> renew() {
        Map<Integer, Lease> held = new HashMap<>();
        Map<Integer, Long> epochs = new HashMap<>();
        for (ShardOwner shard : shards.all()) {
            Lease lease = shard.lease();
            if (lease != null) {
                held.put(shard.shard(), lease);
                epochs.put(shard.shard(), lease.epoch());
            }
        }
        long asked = System.nanoTime();
        return leases.renew(epochs, ++beat)
                .doOnNext(renewed -> renewed(held, renewed, asked))
                .then(instances.announce(shards.self(), settings.renewal().multipliedBy(MISSED_ANNOUNCEMENTS)));
    }

    private void renewed(Map<Integer, Lease> held, Set<Integer> renewed, long asked) {
        held.forEach((shard, lease) -> {
            if (renewed.contains(shard)) {
                lease.renewed(asked, settings.holds());
            } else {
                LOG.warn("shard {} is another instance's", shard);
                shards.all().get(shard).lost(lease);
            }
        });
    }

    private Mono<Void> look() {
        LeaseWatch seen = Objects.requireNonNull(watch);
        return Mono.zip(leases.all(), instances.all().collectList())
                .doOnNext(found -> {
                    seen.saw(found.getT1(), System.nanoTime());
                    others = found.getT2().stream()
                            .filter(instance ->
                                    !instance.name().equals(shards.self().name()))
                            .toList();
                    act(seen);
                })
                .then();
    }

    private void act(LeaseWatch seen) {
        Shares shares = new Shares(shards.count(), shards.self(), seen, others);
        List<Integer> mine = mine();
        List<ShardOwner> toTake = shares.toTake(Set.copyOf(mine), settings.patience()).stream()
                .map(shard -> shards.all().get(shard))
                .filter(shard -> !shard.isPausing())
                .toList();
        toTake.forEach(shard -> take(shard, seen.state(shard.shard())));
        shares.toGiveTo(mine.size()).ifPresent(this::giveOne);
    }

    private List<Integer> mine() {
        return shards.all().stream()
                .filter(ShardOwner::isWanted)
                .map(ShardOwner::shard)
                .toList();
    }

    private void take(ShardOwner shard, LeaseState seen) {
        withdraw(seen.owner())
                .then(shard.take(seen))
                .subscribe(
                        _ -> {},
                        failure -> LOG.warn(
                                "shard {} could not be opened, and will be: {}", shard.shard(), failure.toString()));
    }

    /** Whose lease has run out must not be offered anything because its announcement stands a little longer. */
    private Mono<Void> withdraw(@Nullable Owner dead) {
        return dead == null || dead.equals(shards.self())
                ? Mono.empty()
                : instances.leave(dead.name()).onErrorComplete();
    }

    /** One at a time, so that the next look sees what came of it. */
    private void giveOne(Owner other) {
        shards.all().stream()
                .filter(shard -> shard.open() != null)
                .findFirst()
                .filter(_ -> giving.compareAndSet(false, true))
                .ifPresent(shard ->
                        give(shard, other).doFinally(_ -> giving.set(false)).subscribe());
    }

    @Override
    public Mono<Void> take(int number) {
        if (!started || number < 0 || number >= shards.count()) {
            return Mono.error(new NotOwnerException(number));
        }
        ShardOwner shard = shards.all().get(number);
        return leases.all()
                .filter(states -> states.containsKey(number)
                        && Objects.requireNonNull(states.get(number)).owner() == null)
                .flatMap(states -> shard.take(Objects.requireNonNull(states.get(number))))
                .switchIfEmpty(Mono.error(() -> new NotOwnerException(number)))
                .then();
    }

    /** An instance that was offered a shard and does not take it loses nothing by it: whoever lacks one finds it free. */
    private Mono<Void> give(ShardOwner shard, Owner other) {
        LOG.info("shard {} goes to {}", shard.shard(), other.name());
        return shard.giveBack()
                .then(Mono.defer(() -> peers.offer(other.address(), shard.shard())))
                .onErrorResume(failure -> {
                    LOG.warn("shard {} was not taken by {}: {}", shard.shard(), other.name(), failure.toString());
                    return Mono.empty();
                });
    }

    /** Gives all shards back, each to one of those who stay. */
    @Override
    public void stop() {
        started = false;
        running.dispose();
        List<Owner> staying = others;
        instances
                .leave(shards.self().name())
                .onErrorComplete()
                .thenMany(Flux.fromIterable(shards.all())
                        .filter(ShardOwner::isWanted)
                        .index())
                .flatMap(numbered -> staying.isEmpty()
                        ? numbered.getT2().giveBack().onErrorComplete()
                        : give(numbered.getT2(), staying.get((int) (numbered.getT1() % staying.size()))))
                .blockLast(settings.duration());
    }

    /** Looks after nothing any more, as if the process had died. */
    void halt() {
        started = false;
        running.dispose();
        shards.halt();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** After the web server has started, since a peer may offer a shard; before it stops, so that callers are told. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
