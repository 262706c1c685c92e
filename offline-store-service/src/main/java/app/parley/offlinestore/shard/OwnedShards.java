package app.parley.offlinestore.shard;

import app.parley.offlinestore.lease.LeaseSettings;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The shards of the deployment, those among them that this instance serves, and the threads on which it does. */
@Component
class OwnedShards implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OwnedShards.class);
    private static final Duration TICK = Duration.ofMillis(100);

    private final ShardSettings settings;
    private final LeaseSettings leaseSettings;
    private final SettlementSettings settlementSettings;
    private final ShardLeases leases;
    private final ShardOpening opening;
    private final Owner self;
    private volatile List<ShardOwner> owners = List.of();
    private Disposable.Composite running = Disposables.composite();
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
        this.self = new Owner(settings.instance(), settings.address());
    }

    /** This instance. */
    Owner self() {
        return self;
    }

    /** How many shards the deployment has. */
    int count() {
        return owners.size();
    }

    /** All shards of the deployment, by number. */
    List<ShardOwner> all() {
        return owners;
    }

    /** The shard, if this instance owns it. */
    OpenShard shard(int number) {
        if (number < 0 || number >= owners.size()) {
            throw new NotOwnerException(number);
        }
        return owners.get(number).owned();
    }

    /** The shards that this instance owns. */
    List<OpenShard> owned() {
        return owners.stream()
                .filter(ShardOwner::isOwned)
                .map(ShardOwner::owned)
                .toList();
    }

    /** The shards that are open here. */
    List<OpenShard> open() {
        return owners.stream().map(ShardOwner::open).filter(Objects::nonNull).toList();
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
        running = Disposables.composite();
        List<Scheduler> threads = threads();
        owners = IntStream.range(0, agreed)
                .mapToObj(shard -> new ShardOwner(
                        shard, self, leases, leaseSettings, opening, threads.get(shard % threads.size())))
                .toList();
        owners.forEach(this::keepTime);
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

    /** Stops serving at once, without giving anything back. */
    void halt() {
        owners.forEach(ShardOwner::halt);
    }

    @Override
    public void stop() {
        started = false;
        halt();
        running.dispose();
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    /** Before the web server starts, and after it stops; {@link Ownership} comes after it, and gives all back before. */
    @Override
    public int getPhase() {
        return 0;
    }
}
