package app.parley.chat.message.offlinestore;

import app.parley.chat.message.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What waits for one shard: messages in their order, and the latest progress of each place. */
final class ShardQueue {

    private final StoreSettings settings;
    private final ArrayDeque<PendingAppend> appends = new ArrayDeque<>();
    private final Map<Object, PendingProgress> progress = new LinkedHashMap<>();

    ShardQueue(StoreSettings settings) {
        this.settings = settings;
    }

    /** False if there is no room. */
    synchronized boolean add(PendingAppend append) {
        return appends.size() < settings.queueSize() && appends.add(append);
    }

    /** True if nothing waited before. */
    synchronized boolean add(PendingProgress later) {
        boolean first = isEmpty();
        progress.merge(later.place(), later, PendingProgress::later);
        return first;
    }

    synchronized boolean hasAppends() {
        return !appends.isEmpty();
    }

    synchronized boolean isEmpty() {
        return appends.isEmpty() && progress.isEmpty();
    }

    /** The next batch: messages first, since somebody waits for their answer. */
    synchronized List<Pending> take() {
        List<Pending> batch = new ArrayList<>();
        long bytes = 0;
        while (!appends.isEmpty() && batch.size() < settings.batchSize()) {
            bytes += appends.getFirst().bytes();
            if (bytes > settings.batchBytes().toBytes() && !batch.isEmpty()) {
                break;
            }
            batch.add(appends.removeFirst());
        }
        var places = progress.values().iterator();
        for (int taken = 0; places.hasNext() && taken < settings.batchSize(); taken++) {
            batch.add(places.next());
            places.remove();
        }
        return batch;
    }

    /** Puts a batch that failed back to the front, but for what has been answered or overtaken meanwhile. */
    synchronized void putBack(List<Pending> batch) {
        for (Pending pending : batch.reversed()) {
            switch (pending) {
                case PendingAppend append when append.isAnswered() -> {}
                case PendingAppend append -> appends.addFirst(append);
                case PendingProgress earlier -> {
                    var _ = add(earlier);
                }
            }
        }
    }

    /** Takes out what goes to a group as it was at this version; not its changes. */
    synchronized List<PendingAppend> takeOut(UUID group, long version) {
        List<PendingAppend> taken = appends.stream()
                .filter(append -> append.command().conversation().equals(group)
                        && append.command().version() == version
                        && append.command().change() == null)
                .toList();
        appends.removeAll(taken);
        return taken;
    }

    /** Answers those whose time is over. */
    void expire(long now) {
        List<PendingAppend> due;
        synchronized (this) {
            due = appends.stream().filter(append -> append.isDue(now)).toList();
            appends.removeAll(due);
        }
        due.forEach(append -> append.refused(Refusal.UNAVAILABLE));
    }
}
