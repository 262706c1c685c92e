package app.parley.load.traffic;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Lets pairs send at a fixed rate, one after the other at even distances, whether the server keeps up or not. A message
 * counts as sent when it was due, so that a generator or a server that falls behind does not look better than it is.
 */
public final class Pacer {

    private static final long TICK_MICROS = 500;

    private final List<Lane> lanes = new ArrayList<>();

    /** So many messages a second over all pairs. */
    public Pacer(List<Pair> pairs, double perSecond) {
        Map<EventLoop, List<Pair>> byLoop = new HashMap<>();
        pairs.forEach(pair ->
                byLoop.computeIfAbsent(pair.loop(), _ -> new ArrayList<>()).add(pair));
        byLoop.forEach((loop, theirs) -> lanes.add(new Lane(loop, theirs, perSecond * theirs.size() / pairs.size())));
    }

    public void start() {
        lanes.forEach(Lane::start);
    }

    public void stop() {
        lanes.forEach(Lane::stop);
    }

    /** The pairs of one event loop. */
    private static final class Lane {

        private final EventLoop loop;
        private final List<Pair> pairs;
        private final double nanosBetween;
        private long startedAt;
        private long sent;
        private volatile Future<?> ticking = CompletableFuture.completedFuture(null);

        Lane(EventLoop loop, List<Pair> pairs, double perSecond) {
            this.loop = loop;
            this.pairs = pairs;
            this.nanosBetween = 1e9 / perSecond;
        }

        void start() {
            startedAt = System.nanoTime();
            ticking = loop.scheduleAtFixedRate(this::tick, 0, TICK_MICROS, TimeUnit.MICROSECONDS);
        }

        void stop() {
            ticking.cancel(false);
        }

        private void tick() {
            long now = System.nanoTime();
            for (long due = due(); due <= now; due = due()) {
                pairs.get((int) (sent % pairs.size())).sendOne(due);
                sent++;
            }
        }

        private long due() {
            return startedAt + (long) (sent * nanosBetween);
        }
    }
}
