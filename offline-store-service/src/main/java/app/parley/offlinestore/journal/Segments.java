package app.parley.offlinestore.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The segments of a shard's journal that have not been deleted, the oldest first; the last may be open.
 *
 * <p>The window is moved ahead in blocks, well before its end is reached, so that no flush waits for it and a segment
 * costs a fraction of a write.
 */
public final class Segments {

    private static final int BLOCK = 8;

    private final ShardJournal journal;
    private final long epoch;
    private final JournalSettings settings;
    private final LongSupplier nanoClock;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final Map<Long, Window> older = new HashMap<>();
    private long ordinals;
    private long nextNumber;
    private long beyond = BLOCK;
    private boolean moving;
    private @Nullable Segment open;

    public Segments(ShardJournal journal, long epoch, JournalSettings settings, LongSupplier nanoClock) {
        this.journal = journal;
        this.epoch = epoch;
        this.settings = settings;
        this.nanoClock = nanoClock;
    }

    /** The window with which an epoch opens. */
    public static Window opening(long epoch, Map<Long, Place> seals) {
        return new Window(epoch, 0, BLOCK, seals);
    }

    /** Takes over an older epoch. */
    public void inherit(Window window) {
        older.put(window.epoch(), window);
    }

    /** Takes over a segment of an older epoch; it is closed. */
    public Segment inherit(long olderEpoch, long number) {
        Segment segment = new Segment(olderEpoch, number, ordinals++, nanoClock.getAsLong());
        segment.close(nanoClock.getAsLong());
        segments.add(segment);
        return segment;
    }

    /** The segment that the next flush goes to. */
    Segment current() {
        closeIfDue();
        if (open == null) {
            open = new Segment(epoch, nextNumber++, ordinals++, nanoClock.getAsLong());
            segments.add(open);
            moveWindowAhead();
        }
        return open;
    }

    /** The ordinal of the segment that the next flush goes to, at the least. */
    public long currentOrdinal() {
        return open == null ? ordinals : open.ordinal();
    }

    /** Closes the open segment if it is old or large enough, and the window has room for the next. */
    void closeIfDue() {
        if (open == null || nextNumber >= beyond) {
            moveWindowAhead();
            return;
        }
        long age = nanoClock.getAsLong() - open.openedNanos();
        if (age >= settings.segmentAge().toNanos()
                || open.size() >= settings.segmentSize().toBytes()) {
            open.close(nanoClock.getAsLong());
            open = null;
        }
    }

    private void moveWindowAhead() {
        if (moving || nextNumber < beyond - BLOCK / 2) {
            return;
        }
        moving = true;
        long target = nextNumber + BLOCK;
        journal.move(new Window(epoch, firstOf(epoch), target, Map.of()))
                .doFinally(_ -> moving = false)
                .subscribe(_ -> {}, _ -> {}, () -> beyond = target);
    }

    private long firstOf(long segmentEpoch) {
        return segments.stream()
                .filter(segment -> segment.epoch() == segmentEpoch)
                .mapToLong(Segment::number)
                .findFirst()
                .orElse(nextNumber);
    }

    public @Nullable Segment oldest() {
        return segments.peekFirst();
    }

    /** The oldest segment, if it has been closed for this long. */
    public @Nullable Segment oldestClosedFor(long nanos) {
        Segment oldest = segments.peekFirst();
        if (oldest == null || oldest == open) {
            return null;
        }
        long closed = nanoClock.getAsLong() - oldest.closedNanos();
        return closed >= nanos ? oldest : null;
    }

    /** Whether messages came after this segment. */
    public boolean hasMessagesAfter(Segment segment) {
        return segments.stream().anyMatch(other -> other.ordinal() > segment.ordinal() && other.hasMessages());
    }

    /** Deletes the oldest segment, and with the last of an older epoch the whole epoch. */
    public Mono<Void> delete(Segment oldest) {
        return journal.delete(oldest.epoch(), oldest.number()).then(Mono.fromRunnable(() -> segments.remove(oldest)));
    }

    /** Drops the older epochs of which nothing is left, with whatever their owners wrote there too late. */
    public Mono<Void> dropSettledEpochs() {
        return Flux.fromIterable(older.values().stream()
                        .filter(window -> segments.stream().noneMatch(segment -> segment.epoch() == window.epoch()))
                        .toList())
                .concatMap(window -> Flux.range(0, (int) (window.beyond() - window.first()))
                        .concatMap(i -> journal.delete(window.epoch(), window.first() + i))
                        .then(journal.close(window.epoch()))
                        .then(Mono.fromRunnable(() -> older.remove(window.epoch()))))
                .then();
    }
}
