package app.parley.offlinestore.shard;

import app.parley.offlinestore.lease.Lease;
import app.parley.offlinestore.lease.LeaseSettings;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** This instance's endeavour to own one shard: it claims it, opens it, and when it loses it tries again. */
final class ShardOwner {

    private static final Logger LOG = LoggerFactory.getLogger(ShardOwner.class);

    private final int shard;
    private final Owner owner;
    private final ShardLeases leases;
    private final LeaseSettings settings;
    private final ShardOpening opening;
    private final Scheduler thread;
    private volatile @Nullable Lease lease;
    private volatile @Nullable OpenShard open;
    private volatile boolean stopped;

    ShardOwner(
            int shard,
            Owner owner,
            ShardLeases leases,
            LeaseSettings settings,
            ShardOpening opening,
            Scheduler thread) {
        this.shard = shard;
        this.owner = owner;
        this.leases = leases;
        this.settings = settings;
        this.opening = opening;
        this.thread = thread;
    }

    int shard() {
        return shard;
    }

    /** The lease, from the moment at which the shard has been claimed. */
    @Nullable
    Lease lease() {
        return lease;
    }

    /** The shard, while it is served here. */
    @Nullable
    OpenShard open() {
        return open;
    }

    /** Tries to get the shard until it is open. */
    void start() {
        if (stopped) {
            return;
        }
        long asked = System.nanoTime();
        leases.claim(shard, owner, settings.duration())
                .map(epoch -> new Lease(epoch, System::nanoTime, asked, settings.holds()))
                .doOnNext(claimed -> lease = claimed)
                .flatMap(claimed -> opening.open(shard, claimed, thread).doOnNext(opened -> serve(opened, claimed)))
                .switchIfEmpty(Mono.fromRunnable(this::startLater))
                .subscribe(_ -> {}, failure -> {
                    LOG.warn("shard {} could not be opened, and will be: {}", shard, failure.toString());
                    startLater();
                });
    }

    private synchronized void serve(OpenShard opened, Lease claimed) {
        if (lease != claimed) {
            // lost while it was being opened; it is being claimed again
            return;
        }
        open = opened;
        LOG.info("shard {} is open, epoch {}", shard, claimed.epoch());
    }

    private void startLater() {
        lease = null;
        if (stopped) {
            return;
        }
        thread.schedule(this::start, settings.retry().toNanos(), TimeUnit.NANOSECONDS);
    }

    Scheduler thread() {
        return thread;
    }

    /** Another instance claimed the shard after this lease. */
    synchronized void lost(Lease former) {
        if (lease != former) {
            return;
        }
        LOG.warn("shard {} is another instance's", shard);
        halt();
        startLater();
    }

    /** Writes what is in memory only and gives the shard back, so that another instance may have it at once. */
    Mono<Void> stop() {
        stopped = true;
        OpenShard served = open;
        Lease held = lease;
        if (served == null || held == null) {
            return Mono.empty();
        }
        return served.drain()
                .timeout(settings.margin())
                .onErrorComplete()
                .then(Mono.fromRunnable(this::halt))
                .then(leases.release(shard, held.epoch()))
                .onErrorComplete();
    }

    /** Stops serving without a word to anyone, as if the process had died. */
    void halt() {
        OpenShard served = open;
        open = null;
        if (served != null) {
            served.stop();
        }
    }
}
