package app.parley.offlinestore.shard;

import app.parley.offlinestore.lease.Lease;
import app.parley.offlinestore.lease.LeaseSettings;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The shards of this instance. In this release one instance claims all of them, and keeps them. */
@Component
class OwnedShards implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedShards.class);
    private static final Duration TICK = Duration.ofMillis(100);

    private final ShardSettings settings;
    private final LeaseSettings leaseSettings;
    private final SettlementSettings settlementSettings;
    private final ShardLeases leases;
    private final ShardOpening opening;
    private final Owner owner;
    private List<ShardOwner> owners = List.of();
    private Disposable.Composite running = Disposables.composite();
    private volatile int count;
    private volatile boolean started;

    OwnedShards(
            ShardSettings settings,
            LeaseSettings leaseSettings,
            SettlementSettings settlementSettings,
            ShardLeases leases,
            ShardOpening opening) {
        this.settings = settings;
        this.leaseSettings = leaseSettings;
        this.settlementSettings = settlementSettings;
        this.leases = leases;
        this.opening = opening;
        this.count = settings.shards();
        this.owner = new Owner(settings.instance(), settings.address());
    }

    /** How many shards the deployment has. */
    int count() {
        return count;
    }

    /** The shard, if this instance serves it. */
    OpenShard shard(int number) {
        OpenShard open =
                number >= 0 && number < owners.size() ? owners.get(number).open() : null;
        if (open == null) {
            throw new NotOwnerException(number, settings.instance());
        }
        return open;
    }

    /** The shards that this instance serves now. */
    List<OpenShard> open() {
        return owners.stream().map(ShardOwner::open).filter(Objects::nonNull).toList();
    }

    /** Whether this instance serves every shard. */
    boolean isComplete() {
        return started && open().size() == count();
    }

    @Override
    public void start() {
        int agreed =
                Objects.requireNonNull(leases.agreeOnShards(settings.shards()).block());
        if (agreed != settings.shards()) {
            LOG.warn(
                    "parley.offline-store.shards is {}, but this deployment was first started with {}, which stays",
                    settings.shards(),
                    agreed);
        }
        count = agreed;
        running = Disposables.composite();
        List<Scheduler> threads = threads();
        owners = IntStream.range(0, agreed)
                .mapToObj(shard -> new ShardOwner(
                        shard, owner, leases, leaseSettings, opening, threads.get(shard % threads.size())))
                .toList();
        owners.forEach(ShardOwner::start);
        owners.forEach(this::keepTime);
        running.add(Flux.interval(leaseSettings.renewal())
                .onBackpressureDrop()
                .concatMap(_ -> renew(), 1)
                .subscribe());
        started = true;
    }

    private List<Scheduler> threads() {
        Scheduler pool = Schedulers.newParallel("shard", settings.threads());
        running.add(pool);
        return IntStream.range(0, settings.threads())
                .mapToObj(_ -> Schedulers.single(pool))
                .toList();
    }

    private void keepTime(ShardOwner shardOwner) {
        running.add(every(TICK, shardOwner, OpenShard::tick));
        running.add(every(settlementSettings.interval(), shardOwner, OpenShard::settle));
    }

    private static Disposable every(Duration interval, ShardOwner shardOwner, Consumer<OpenShard> task) {
        long nanos = interval.toNanos();
        return shardOwner
                .thread()
                .schedulePeriodically(
                        () -> {
                            OpenShard open = shardOwner.open();
                            if (open != null) {
                                task.accept(open);
                            }
                        },
                        nanos,
                        nanos,
                        TimeUnit.NANOSECONDS);
    }

    private Flux<Void> renew() {
        Map<Integer, Lease> held = new HashMap<>();
        Map<Integer, Long> epochs = new HashMap<>();
        for (ShardOwner shardOwner : owners) {
            Lease lease = shardOwner.lease();
            if (lease != null) {
                held.put(shardOwner.shard(), lease);
                epochs.put(shardOwner.shard(), lease.epoch());
            }
        }
        long asked = System.nanoTime();
        return leases.renew(epochs, owner, leaseSettings.duration())
                .doOnNext(renewed -> renewed(held, renewed, asked))
                .doOnError(failure -> LOG.warn("leases could not be renewed: {}", failure.toString()))
                .onErrorComplete()
                .thenMany(Flux.empty());
    }

    private void renewed(Map<Integer, Lease> held, Set<Integer> renewed, long asked) {
        held.forEach((shard, lease) -> {
            if (renewed.contains(shard)) {
                lease.renewed(asked, leaseSettings.holds());
            } else {
                owners.get(shard).lost(lease);
            }
        });
    }

    /** Stops serving at once, without giving anything back. */
    void halt() {
        owners.forEach(ShardOwner::halt);
    }

    @Override
    public void stop() {
        started = false;
        Flux.fromIterable(owners).flatMap(ShardOwner::stop).blockLast();
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before the web server starts, and after it stops. */
    @Override
    public int getPhase() {
        return 0;
    }
}
