package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Event;
import app.parley.offlinestore.conversation.Event.MessageAppended;
import app.parley.offlinestore.conversation.LogTail;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.journal.EventCodec;
import app.parley.offlinestore.journal.Flush;
import app.parley.offlinestore.journal.Journal;
import app.parley.offlinestore.journal.Place;
import app.parley.offlinestore.journal.Segment;
import app.parley.offlinestore.journal.Segments;
import app.parley.offlinestore.journal.ShardJournal;
import app.parley.offlinestore.journal.Window;
import app.parley.offlinestore.shard.ConversationStates.SavedState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Brings a shard back to what its older owners left: reads all their segments, then opens the new epoch with a window that
 * seals what has been read, then applies it. What an older owner may still write after that is void.
 *
 * <p>How much of an older epoch counts is said by the last epoch that was opened, and by no other: a claim that never came
 * to opening may have left a window, too, with seals of its own, which nobody acted upon.
 */
final class Replay {

    private static final int READS = 16;

    private final ShardJournal shard;
    private final LoadedConversations conversations;
    private final Segments segments;
    private final ConversationStates states;
    private final Map<UUID, List<Replayed>> history = new LinkedHashMap<>();
    private final Map<Long, Place> seals = new HashMap<>();

    Replay(ShardJournal shard, LoadedConversations conversations, Segments segments, ConversationStates states) {
        this.shard = shard;
        this.conversations = conversations;
        this.segments = segments;
        this.states = states;
    }

    /**
     * Replays every epoch before this one, and writes its window. The conversations are those that were replayed.
     *
     * @param opened the last epoch that was opened, or null if it was not noted: then it is the last that has a window
     */
    Mono<List<Conversation>> before(long epoch, @Nullable Long opened) {
        Journal journal = shard.journal();
        return journal.windows(shard.shard())
                .filter(window -> window.epoch() < epoch)
                .collectSortedList(Comparator.comparingLong(Window::epoch))
                .publishOn(shard.thread())
                .flatMap(windows -> readAll(windows, opened))
                .then(Mono.defer(() -> journal.open(shard.shard(), Segments.opening(epoch, seals))))
                .publishOn(shard.thread())
                .then(Mono.defer(this::restore));
    }

    private Mono<Void> readAll(List<Window> windows, @Nullable Long opened) {
        if (windows.isEmpty()) {
            return Mono.empty();
        }
        long deciding = opened == null ? windows.getLast().epoch() : opened;
        Window last = windows.stream()
                .filter(window -> window.epoch() == deciding)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("shard " + shard.shard() + ": epoch " + deciding
                        + " was opened, but has no window; there are " + windows));
        return Flux.fromIterable(windows)
                .concatMap(window -> read(window, seal(window.epoch(), last)))
                .then();
    }

    /** All of the last epoch that was opened counts, of an older one what its window says, and of any other nothing. */
    private static Place seal(long epoch, Window last) {
        return epoch == last.epoch()
                ? new Place(epoch, Long.MAX_VALUE, Long.MAX_VALUE)
                : last.seals().getOrDefault(epoch, new Place(epoch, -1, -1));
    }

    private Mono<Void> read(Window window, Place seal) {
        segments.inherit(window);
        seals.put(window.epoch(), new Place(window.epoch(), window.first(), -1));
        return Flux.range(0, Math.toIntExact(window.beyond() - window.first()))
                .flatMapSequential(i -> read(window.epoch(), window.first() + i), READS)
                .publishOn(shard.thread())
                .filter(read -> !read.flushes().isEmpty())
                .doOnNext(read -> take(read, window.epoch(), seal))
                .then();
    }

    private Mono<ReadSegment> read(long epoch, long number) {
        return shard.journal()
                .read(shard.shard(), epoch, number)
                .collectList()
                .map(flushes -> new ReadSegment(number, flushes));
    }

    private void take(ReadSegment read, long epoch, Place seal) {
        Segment segment = segments.inherit(epoch, read.number());
        for (Flush flush : read.flushes()) {
            if (flush.place().compareTo(seal) > 0) {
                return;
            }
            seals.put(epoch, flush.place());
            for (Event event : EventCodec.decode(flush.payload())) {
                segment.note(event);
                history.computeIfAbsent(event.conversation(), _ -> new ArrayList<>())
                        .add(new Replayed(flush.place(), event));
            }
        }
    }

    private Mono<List<Conversation>> restore() {
        return Flux.fromIterable(history.keySet())
                .flatMap(id -> states.find(id).defaultIfEmpty(new SavedState(Snapshot.empty(id), Place.START)), READS)
                .publishOn(shard.thread())
                .map(this::restore)
                .collectList()
                .doOnNext(_ -> doubtOldest());
    }

    /** The older owner may have been about to settle its oldest segment, and nobody knows how far it got. */
    private void doubtOldest() {
        Segment oldest = segments.oldest();
        if (oldest == null) {
            return;
        }
        for (UUID id : oldest.conversations()) {
            Loaded here = conversations.peek(id);
            if (here != null) {
                LogTail tail = here.conversation().tail();
                tail.maybeStoredFrom(tail.settled() + 1);
            }
        }
    }

    /**
     * Who has to get a message is known at the end only: the state that was carried along may stand in the journal after the
     * message, and what preceded it be gone. So nothing that was replayed is taken for wiped before.
     */
    private Conversation restore(SavedState saved) {
        Conversation conversation = conversations.add(saved);
        List<Replayed> replayed = history.getOrDefault(conversation.id(), List.of());
        replayed.stream()
                .filter(one -> one.place().compareTo(saved.asOf()) > 0)
                .forEach(one -> conversation.apply(one.event()));
        replayed.stream()
                .map(Replayed::event)
                .filter(MessageAppended.class::isInstance)
                .forEach(event -> conversation.keep(((MessageAppended) event).message()));
        conversation.durableTo(conversation.head());
        return conversation;
    }

    private record Replayed(Place place, Event event) {}

    private record ReadSegment(long number, List<Flush> flushes) {}
}
