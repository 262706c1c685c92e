package app.parley.offlinestore.journal;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Event;
import app.parley.offlinestore.conversation.Event.AudienceChanged;
import app.parley.offlinestore.conversation.Event.Carried;
import app.parley.offlinestore.conversation.Event.MemberProgressed;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.Event.UserForgotten;
import app.parley.offlinestore.lease.Lease;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes what happens in a shard to its journal, in groups: one flush is under way, and what happens meanwhile forms the
 * next. A flush that fails is sent again, the same bytes to the same place, for as long as the lease holds.
 *
 * <p>An event counts as published when its flush is durable and the lease holds at a moment after that: then no other
 * owner can have missed it. Belongs to the shard's thread.
 */
public final class JournalWriter {

    private final ShardJournal journal;
    private final Lease lease;
    private final Segments segments;
    private final JournalSettings settings;
    private final JournalMetrics metrics;
    private final Runnable afterPublishing;

    private final Deque<Entry> queue = new ArrayDeque<>();
    private final Set<Conversation> progressed = new LinkedHashSet<>();
    private final Queue<Flight> durable = new ArrayDeque<>();
    private final List<Barrier> barriers = new ArrayList<>();
    private @Nullable Flight underWay;
    private Place published = Place.START;
    private long position;
    private long queuedBytes;
    private long queuedCount;
    private long publishedCount;
    private long waitingSinceNanos;
    private boolean urgent;
    private boolean lingering;
    private boolean stopped;

    /** @param afterPublishing what to do each time something has been published */
    public JournalWriter(
            ShardJournal journal,
            Lease lease,
            Segments segments,
            JournalSettings settings,
            JournalMetrics metrics,
            Runnable afterPublishing) {
        this.journal = journal;
        this.lease = lease;
        this.segments = segments;
        this.settings = settings;
        this.metrics = metrics;
        this.afterPublishing = afterPublishing;
    }

    /** Whether nothing more should be added before something has been written. */
    public boolean isFull() {
        return queue.size() >= settings.queueLength()
                || queuedBytes >= settings.queueSize().toBytes();
    }

    /** Adds what happened to the next flush; somebody waits for it. */
    public void add(Conversation conversation, Event event) {
        addLater(conversation, event);
        urgent = true;
    }

    /** Adds what happened to a flush that starts for another reason, or after a while. */
    public void addLater(Conversation conversation, Event event) {
        noteWaiting();
        queue.add(new Entry(conversation, event, weigh(event)));
        queuedBytes += queue.getLast().weight();
        queuedCount++;
    }

    /** Notes that a conversation has progress, which goes along with a flush to come. */
    public void progressed(Conversation conversation) {
        noteWaiting();
        progressed.add(conversation);
    }

    private void noteWaiting() {
        if (queue.isEmpty() && progressed.isEmpty()) {
            waitingSinceNanos = System.nanoTime();
        }
    }

    /** Completes when all that was added so far has been published. */
    public Mono<Void> published() {
        if (publishedCount == queuedCount) {
            return Mono.empty();
        }
        Barrier barrier = new Barrier(queuedCount, Sinks.empty());
        barriers.add(barrier);
        return barrier.reached().asMono();
    }

    /** The last place of which everything has been published. */
    public Place lastPublished() {
        return published;
    }

    /** Whether everything that was written to this segment, which is closed, has been published. */
    public boolean isPublished(Segment segment) {
        return (underWay == null || !underWay.isIn(segment))
                && durable.stream().noneMatch(flight -> flight.isIn(segment));
    }

    /** Starts a flush if somebody waits for it, unless one is under way or about to start. */
    public void flush() {
        if (urgent) {
            flushAll();
        }
    }

    private void flushAll() {
        if (stopped || underWay != null || lingering || (queue.isEmpty() && progressed.isEmpty())) {
            return;
        }
        Flight flight = nextFlight();
        if (flight.entries().isEmpty()) {
            return;
        }
        underWay = flight;
        send(flight);
    }

    /** Does what time demands: flushes what has waited long enough, closes segments, publishes under a renewed lease. */
    public void tick() {
        segments.closeIfDue();
        publish();
        long waiting = System.nanoTime() - waitingSinceNanos;
        if (waiting >= settings.progressDelay().toNanos()) {
            flushAll();
        }
    }

    /** Flushes what is there, without waiting for company, and stops. */
    public Mono<Void> drain() {
        lingering = false;
        progressed.forEach(conversation -> conversation.takeProgress().forEach(event -> add(conversation, event)));
        progressed.clear();
        flushAll();
        return published();
    }

    /** Writes nothing any more. */
    public void stop() {
        stopped = true;
    }

    private Flight nextFlight() {
        List<Entry> entries = new ArrayList<>();
        long size = 0;
        while (!queue.isEmpty()
                && (entries.isEmpty() || size < settings.flushSize().toBytes())) {
            Entry entry = queue.remove();
            size += entry.weight();
            entries.add(entry);
        }
        queuedBytes -= size;
        urgent = !queue.isEmpty();
        if (queue.isEmpty()) {
            takeProgress(entries);
        }
        waitingSinceNanos = System.nanoTime();
        Segment segment = segments.current();
        entries.forEach(entry -> segment.note(entry.event()));
        var payload = EventCodec.encode(entries.stream().map(Entry::event)::iterator);
        segment.grow(payload.remaining());
        Place place = new Place(lease.epoch(), segment.number(), position++);
        return new Flight(new Flush(place, payload), entries);
    }

    private void takeProgress(List<Entry> entries) {
        for (Conversation conversation : progressed) {
            for (Event event : conversation.takeProgress()) {
                queuedCount++;
                entries.add(new Entry(conversation, event, 0));
            }
        }
        progressed.clear();
    }

    private void send(Flight flight) {
        if (stopped) {
            return;
        }
        if (!lease.holds()) {
            after(settings.retryDelay().toNanos(), () -> send(flight));
            return;
        }
        long started = System.nanoTime();
        journal.append(flight.flush())
                .subscribe(_ -> {}, _ -> sendAgain(flight), () -> written(flight, System.nanoTime() - started));
    }

    private void sendAgain(Flight flight) {
        metrics.retried();
        after(settings.retryDelay().toNanos(), () -> send(flight));
    }

    private void written(Flight flight, long nanos) {
        int count = flight.entries().size();
        metrics.flushed(count, flight.flush().payload().remaining(), nanos);
        underWay = null;
        durable.add(flight);
        publish();
        if (count >= settings.lingerFrom()) {
            linger();
        } else {
            flush();
        }
    }

    private void linger() {
        lingering = true;
        after(settings.linger().toNanos(), () -> {
            lingering = false;
            flush();
        });
    }

    private void publish() {
        if (durable.isEmpty() || stopped || !lease.holds()) {
            return;
        }
        while (!durable.isEmpty()) {
            Flight flight = durable.remove();
            flight.entries().forEach(Entry::publish);
            publishedCount += flight.entries().size();
            published = flight.flush().place();
        }
        afterPublishing.run();
        barriers.removeIf(barrier -> barrier.isReachedAt(publishedCount));
    }

    private void after(long nanos, Runnable task) {
        journal.thread().schedule(task, nanos, TimeUnit.NANOSECONDS);
    }

    /** A fair guess at an event's size in bytes; texts and states are what counts. */
    private static int weigh(Event event) {
        return switch (event) {
            case MessageAppended appended -> 100 + appended.message().content().length();
            case AudienceChanged change ->
                40 * (change.joined().size() + change.left().size());
            case MemberProgressed _, UserForgotten _ -> 60;
            case Carried carried ->
                24 * carried.snapshot().sends().size()
                        + 24 * carried.snapshot().indexed().size()
                        + 60 * carried.snapshot().members().size();
        };
    }

    private record Flight(Flush flush, List<Entry> entries) {

        boolean isIn(Segment segment) {
            Place place = flush.place();
            return place.epoch() == segment.epoch() && place.segment() == segment.number();
        }
    }

    private record Entry(Conversation conversation, Event event, int weight) {

        void publish() {
            if (event instanceof MessageAppended appended) {
                conversation.durableTo(appended.message().seq());
            }
        }
    }

    private record Barrier(long count, Sinks.Empty<Void> reached) {

        boolean isReachedAt(long publishedCount) {
            boolean isReached = publishedCount >= count;
            if (isReached) {
                reached.tryEmitEmpty();
            }
            return isReached;
        }
    }
}
