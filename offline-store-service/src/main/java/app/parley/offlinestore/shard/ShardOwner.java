package app.parley.offlinestore.shard;

import app.parley.offlinestore.lease.Lease;
import app.parley.offlinestore.lease.LeaseSettings;
import app.parley.offlinestore.lease.LeaseState;
import app.parley.offlinestore.lease.ShardLeases;
import app.parley.offlinestore.lease.ShardLeases.Owner;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** One shard, as far as this instance has to do with it: it is taken, served, given back, or lost. */
final class ShardOwner {

    private static final Logger LOG = LoggerFactory.getLogger(ShardOwner.class);

    private final int shard;
    private final Owner self;
    private final ShardLeases leases;
    private final LeaseSettings settings;
    private final ShardOpening opening;
    private final Scheduler thread;
    private final AtomicBoolean taking = new AtomicBoolean();
    private volatile @Nullable Lease lease;
    private volatile @Nullable OpenShard open;
    private volatile Pause pause = Pause.NONE;

    ShardOwner(
            int shard, Owner self, ShardLeases leases, LeaseSettings settings, ShardOpening opening, Scheduler thread) {
        this.shard = shard;
        this.self = self;
        this.leases = leases;
        this.settings = settings;
        this.opening = opening;
        this.thread = thread;
    }

    int shard() {
        return shard;
    }

    Scheduler thread() {
        return thread;
    }

    /** The lease, from the moment at which the shard has been claimed. */
    @Nullable
    Lease lease() {
        return lease;
    }

    /** The shard, while it is open here. */
    @Nullable
    OpenShard open() {
        return open;
    }

    /** The shard, while it is open here and nobody else can have it. */
    OpenShard owned() {
        OpenShard served = open;
        Lease held = lease;
        if (served == null || held == null || !held.holds()) {
            throw new NotOwnerException(shard);
        }
        return served;
    }

    /** Whether it is open here and nobody else can have it. */
    boolean isOwned() {
        Lease held = lease;
        return open != null && held != null && held.holds();
    }

    /** Whether this instance has the shard, or is about to. */
    boolean isWanted() {
        return taking.get() || lease != null;
    }

    /** Whether opening it failed, so that this instance waits before it tries again. */
    boolean isPausing() {
        return pause.lasts();
    }

    /**
     * Claims the shard if its lease is as it was seen, and opens it. Completes when it is served; empty if another
     * instance was faster. Goes on although whoever asked for it does not wait any more: a shard that is claimed and not
     * opened would be served by nobody.
     */
    Mono<OpenShard> take(LeaseState seen) {
        return Mono.defer(() -> {
            if (lease != null || !taking.compareAndSet(false, true)) {
                return Mono.empty();
            }
            Sinks.One<OpenShard> taken = Sinks.one();
            claimAndOpen(seen)
                    .doFinally(_ -> taking.set(false))
                    .subscribe(taken::tryEmitValue, taken::tryEmitError, taken::tryEmitEmpty);
            return taken.asMono();
        });
    }

    private Mono<OpenShard> claimAndOpen(LeaseState seen) {
        long asked = System.nanoTime();
        return leases.claim(shard, seen, self)
                .map(epoch -> new Lease(epoch, System::nanoTime, asked, settings.holds()))
                .flatMap(claimed -> open(claimed, seen.opened()));
    }

    private Mono<OpenShard> open(Lease claimed, @Nullable Long opened) {
        lease = claimed;
        return opening.open(shard, claimed, opened, thread)
                .delayUntil(_ -> noteOpened(claimed))
                .doOnNext(ready -> serve(ready, claimed))
                .onErrorResume(failure -> {
                    pause = pause.next(settings.retry(), settings.retryAtMost());
                    lost(claimed);
                    return leases.release(shard, claimed.epoch()).then(Mono.error(failure));
                });
    }

    private Mono<Void> noteOpened(Lease claimed) {
        return leases.opened(shard, claimed.epoch())
                .filter(noted -> noted)
                .switchIfEmpty(Mono.error(() -> lostMeanwhile()))
                .then();
    }

    private IllegalStateException lostMeanwhile() {
        return new IllegalStateException("shard " + shard + " was lost while it was being opened");
    }

    private synchronized void serve(OpenShard ready, Lease claimed) {
        if (lease != claimed) {
            throw lostMeanwhile();
        }
        open = ready;
        pause = Pause.NONE;
        LOG.info("shard {} is open, epoch {}", shard, claimed.epoch());
    }

    /** This lease is over; the shard may be another instance's already. */
    synchronized void lost(Lease former) {
        former.end();
        if (lease == former) {
            lease = null;
            close();
        }
    }

    /** Answers what is under way, writes what is in memory only, and gives the shard back. */
    Mono<Void> giveBack() {
        OpenShard served = open;
        Lease held = lease;
        if (held == null) {
            return Mono.empty();
        }
        return (served == null ? Mono.<Void>empty() : drain(served))
                .then(Mono.fromRunnable(() -> lost(held)))
                .then(leases.release(shard, held.epoch()));
    }

    private Mono<Void> drain(OpenShard served) {
        return served.drain().timeout(settings.margin()).onErrorResume(failure -> {
            LOG.warn("shard {} is given back in the midst of its work: {}", shard, failure.toString());
            return Mono.empty();
        });
    }

    /** Stops serving without a word to anyone, as if the process had died. */
    void halt() {
        Lease held = lease;
        if (held != null) {
            lost(held);
        }
    }

    private void close() {
        OpenShard served = open;
        open = null;
        if (served != null) {
            served.stop();
        }
    }

    /**
     * After a failure to open the shard, twice as long after each one more; the first again if the last is long ago.
     *
     * @param untilNanos its end, as {@link System#nanoTime}
     */
    private record Pause(Duration length, long untilNanos) {

        static final Pause NONE = new Pause(Duration.ZERO, 0);

        boolean lasts() {
            return !length.isZero() && System.nanoTime() - untilNanos < 0;
        }

        Pause next(Duration first, Duration longest) {
            boolean over = System.nanoTime() - untilNanos > longest.toNanos();
            Duration doubled = length.isZero() || over ? first : length.multipliedBy(2);
            Duration next = doubled.compareTo(longest) < 0 ? doubled : longest;
            return new Pause(next, System.nanoTime() + next.toNanos());
        }
    }
}
