package app.parley.load.run;

import app.parley.load.account.Account;
import app.parley.load.socket.FrameListener;
import app.parley.load.socket.LoadSocket;
import app.parley.load.socket.LoadSockets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Many who are connected, and say nothing. */
final class Crowd {

    private final LoadSockets sockets;
    private final List<Visitor> visitors;
    private final AtomicInteger losses = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();

    Crowd(LoadSockets sockets, List<Account> accounts) {
        this.sockets = sockets;
        this.visitors = accounts.stream().map(Visitor::new).toList();
    }

    void connect(int atOnce) {
        Connecting.all(visitors, Visitor::connect, atOnce);
    }

    /** How many connections ended by themselves. */
    int losses() {
        return losses.get();
    }

    /** How many calls were refused, each of which was tried again. */
    int refusals() {
        return refusals.get();
    }

    void close() {
        visitors.forEach(Visitor::close);
    }

    /**
     * All hang up and call again at once, each as often as it takes.
     *
     * @return how long each took until it had all that waited, in microseconds; fewer than there are if some are not back
     *     in time
     */
    Histogram reconnect(long patienceSeconds) throws InterruptedException {
        Histogram times = new ConcurrentHistogram(3);
        CountDownLatch back = new CountDownLatch(visitors.size());
        visitors.forEach(Visitor::close);
        long start = System.nanoTime();
        visitors.forEach(visitor -> visitor.insist(() -> {
            times.recordValue((System.nanoTime() - start) / 1000);
            back.countDown();
        }));
        if (!back.await(patienceSeconds, TimeUnit.SECONDS)) {
            return times.copy();
        }
        return times;
    }

    private final class Visitor {

        private static final long RETRY_MILLIS = 500;

        private final Account account;
        private volatile @Nullable Call call;

        Visitor(Account account) {
            this.account = account;
        }

        CompletableFuture<Void> connect() {
            Call next = new Call();
            call = next;
            sockets.open(sockets.nextLoop(), account.token(), next);
            return next.synced;
        }

        void insist(Runnable onSynced) {
            var _ = connect().whenComplete((_, failure) -> {
                if (failure == null) {
                    onSynced.run();
                } else {
                    refusals.incrementAndGet();
                    var _ = CompletableFuture.runAsync(
                            () -> insist(onSynced),
                            CompletableFuture.delayedExecutor(RETRY_MILLIS, TimeUnit.MILLISECONDS));
                }
            });
        }

        void close() {
            Call last = call;
            if (last != null) {
                last.close();
            }
        }
    }

    /** One connection. */
    private final class Call implements FrameListener {

        private final CompletableFuture<Void> synced = new CompletableFuture<>();
        private volatile @Nullable LoadSocket socket;
        private volatile boolean closing;

        void close() {
            closing = true;
            LoadSocket current = socket;
            if (current != null) {
                current.close();
            }
        }

        @Override
        public void welcome(LoadSocket opened) {
            socket = opened;
        }

        @Override
        public void synced() {
            synced.complete(null);
        }

        @Override
        public void lost(String reason) {
            if (!synced.completeExceptionally(new IllegalStateException(reason)) && !closing) {
                losses.incrementAndGet();
            }
        }

        @Override
        public void message(long conversationHigh, long conversationLow, long seq, long idLow, int textLength) {
            LoadSocket current = socket;
            if (current != null) {
                current.acknowledge(conversationHigh, conversationLow, seq);
                current.flush();
            }
        }

        @Override
        public void accepted(long idLow, long seq) {}

        @Override
        public void receipt(long delivered, long read) {}

        @Override
        public void error(String code, boolean retryable, long idLow) {}

        @Override
        public void readComplete() {}
    }
}
