package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Event.Carried;
import app.parley.offlinestore.conversation.Message;
import app.parley.offlinestore.conversation.Retention;
import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.conversation.Snapshot.Send;
import app.parley.offlinestore.journal.JournalWriter;
import app.parley.offlinestore.journal.Segment;
import app.parley.offlinestore.journal.Segments;
import app.parley.offlinestore.lease.Lease;
import app.parley.offlinestore.lease.Stamps;
import app.parley.offlinestore.shard.ConversationStates.SavedState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Empties the journal from its old end, and wipes. A segment is settled in steps, each of which may be repeated: what is
 * left of its messages goes to the message log; who is away gets the conversation on their list; the state of each
 * conversation goes to a newer segment or to its row; then the segment is deleted whole. Belongs to the shard's thread.
 */
final class Settlement {

    private final LoadedConversations conversations;
    private final JournalWriter writer;
    private final Segments segments;
    private final Lease lease;
    private final Stamps stamps;
    private final Stores stores;
    private final SettlementContext context;
    private final Traces traces;
    private final Set<Conversation> untidy = new LinkedHashSet<>();

    Settlement(
            LoadedConversations conversations,
            JournalWriter writer,
            Segments segments,
            Lease lease,
            Stores stores,
            SettlementContext context) {
        this.conversations = conversations;
        this.writer = writer;
        this.segments = segments;
        this.lease = lease;
        this.stamps = new Stamps(lease.epoch());
        this.stores = stores;
        this.context = context;
        this.traces = new Traces(stores, context);
    }

    /** Notes a conversation of which something stored may be to go. */
    void noteUntidy(Conversation conversation) {
        if (conversation.isUntidy()) {
            untidy.add(conversation);
        }
    }

    /** Does all that is due. After a failure, the next run continues. */
    Mono<Void> run() {
        return tidy().then(settleWhatIsDue())
                .then(Mono.fromRunnable(() -> conversations.evict(
                        context.settings().idleAfter(), context.settings().maxConversations())));
    }

    private Mono<Void> tidy() {
        return Mono.defer(() -> {
            if (!mayDelete()) {
                return Mono.empty();
            }
            List<Conversation> due = List.copyOf(untidy);
            untidy.clear();
            return eachOf(
                    due,
                    conversation ->
                            wipe(conversation).then(unpark(conversation)).doOnError(_ -> untidy.add(conversation)));
        });
    }

    private Mono<Void> wipe(Conversation conversation) {
        return Mono.defer(() -> {
            long last = conversation.wipeableTo();
            if (last <= conversation.tail().wiped()) {
                return Mono.empty();
            }
            return here(stores.log().wipe(conversation.id(), conversation.tail().wiped() + 1, last, stamps.next()))
                    .then(Mono.fromRunnable(() -> conversation.tail().wipedTo(last)));
        });
    }

    private Mono<Void> unpark(Conversation conversation) {
        return Flux.defer(() -> Flux.fromIterable(conversation.usersToUnpark()))
                .concatMap(user -> here(stores.waiting().remove(user, conversation.id(), stamps.next()))
                        .then(Mono.fromRunnable(() -> conversation.parked(user, false))))
                .then();
    }

    private Mono<Void> settleWhatIsDue() {
        return Mono.defer(() -> {
            Segment due = segments.oldestClosedFor(context.settings().grace().toNanos());
            if (due == null) {
                return mayDelete() ? segments.dropSettledEpochs() : Mono.empty();
            }
            return writer.isPublished(due) ? settle(due).then(settleWhatIsDue()) : Mono.empty();
        });
    }

    private Mono<Void> settle(Segment segment) {
        return eachOf(segment.conversations(), id -> materialise(id, segment))
                .then(Mono.defer(() -> save(segment)))
                .then(Mono.defer(() -> mayDelete()
                        ? segments.delete(segment)
                        : Mono.error(new IllegalStateException("the lease ends; segment " + segment.number()
                                + " of epoch " + segment.epoch() + " stays"))));
    }

    private Mono<Void> materialise(UUID id, Segment segment) {
        Loaded here = conversations.peek(id);
        if (here == null) {
            return Mono.empty();
        }
        Conversation conversation = here.conversation();
        return store(conversation, segment.lastMessage(id))
                .then(forgetSends(conversation))
                .then(park(conversation))
                .then(traces.erase(conversation, stamps));
    }

    private Mono<Void> store(Conversation conversation, long last) {
        if (last == 0) {
            return Mono.empty();
        }
        LogOverlay overlay = LogOverlay.of(conversation);
        List<Message> left = conversation.tail().unsettledTo(last, Instant.now()).stream()
                .map(overlay::left)
                .toList();
        long first = left.isEmpty() ? last + 1 : left.getFirst().seq();
        return stored(conversation, left).then(erase(conversation, last)).then(Mono.fromRunnable(() -> {
            conversation.settledTo(last, first);
            noteUntidy(conversation);
        }));
    }

    private Mono<Void> stored(Conversation conversation, List<Message> left) {
        if (left.isEmpty()) {
            return Mono.empty();
        }
        conversation.tail().maybeStoredFrom(left.getFirst().seq());
        return here(stores.log().store(conversation.id(), left, keep(conversation), stamps.next()));
    }

    /** What was deleted up to here may have been stored before, as it was. */
    private Mono<Void> erase(Conversation conversation, long last) {
        return Mono.defer(() -> {
            Set<Long> deleted = conversation.tail().deletedBy(last);
            long stamp = stamps.next();
            return deleted.isEmpty()
                    ? Mono.empty()
                    : here(Flux.fromIterable(deleted)
                            .concatMap(seq ->
                                    stores.log().edits(conversation.id(), seq).startWith(seq))
                            .concatMap(seq -> stores.log()
                                    .rewrite(conversation.id(), seq, seq, its -> its.without(deleted), stamp))
                            .then(stores.states().forgetLast(conversation.id(), stamp)));
        });
    }

    /** The state has the newest sends; of the older ones, those whose messages are kept go to the index. */
    private Mono<Void> forgetSends(Conversation conversation) {
        return Mono.defer(() -> {
            long before = conversation.forgettableBefore();
            List<Send> kept = conversation.keptSendsBefore(before);
            Mono<Void> indexed = kept.isEmpty()
                    ? Mono.empty()
                    : here(stores.sends().store(conversation.id(), kept, keep(conversation)));
            return indexed.then(Mono.fromRunnable(() -> conversation.forgetSendsBefore(before, kept)));
        });
    }

    private @Nullable Duration keep(Conversation conversation) {
        return conversation.retention() == Retention.WIPE
                ? context.settings().wipeAfter()
                : context.settings().archiveFor();
    }

    /** As long as the log keeps it, or until it disappears. */
    private @Nullable Duration keepLast(Conversation conversation, @Nullable Message last) {
        Duration keep = keep(conversation);
        if (last == null || (keep == null && last.expires() == null)) {
            return null;
        }
        Instant end = keep == null ? Instant.MAX : last.at().plus(keep);
        Instant expires = last.expires() == null ? Instant.MAX : last.expires();
        return Duration.between(Instant.now(), end.isBefore(expires) ? end : expires);
    }

    private Mono<Void> park(Conversation conversation) {
        return Flux.defer(() -> Flux.fromIterable(conversation.usersToPark()))
                .concatMap(user -> here(stores.waiting().add(user, conversation.id(), stamps.next()))
                        .then(Mono.fromRunnable(() -> {
                            conversation.parked(user, true);
                            noteUntidy(conversation);
                        })))
                .then();
    }

    private Mono<Void> save(Segment segment) {
        boolean quiet = !segments.hasMessagesAfter(segment);
        List<Loaded> due = segment.conversations().stream()
                .map(conversations::peek)
                .filter(here -> here != null && here.needs(segment))
                .toList();
        return eachOf(due, here -> quiet || isLeaving(here) ? saveAsRow(here) : Mono.fromRunnable(() -> carry(here)))
                .then(Mono.defer(writer::published));
    }

    /** A row costs a write of its own; to be carried costs nothing while other things are written, but does not last. */
    private boolean isLeaving(Loaded here) {
        return here.isIdleFor(context.settings().idleAfter())
                || conversations.isCrowded(context.settings().maxConversations());
    }

    private Mono<Void> saveAsRow(Loaded here) {
        Conversation conversation = here.conversation();
        if (conversation.head() > conversation.durable()) {
            // the row must not know of a message that may never become durable; the journal carries both in order
            return Mono.fromRunnable(() -> carry(here));
        }
        Snapshot snapshot = conversation.snapshot();
        long version = conversation.version();
        long ordinal = segments.currentOrdinal();
        SavedState state = new SavedState(snapshot, writer.lastPublished());
        return here(stores.states().save(state, keepLast(conversation, snapshot.last()), stamps.next()))
                .then(Mono.fromRunnable(() -> here.savedAsRow(version, snapshot.settled(), ordinal)));
    }

    private void carry(Loaded here) {
        Snapshot snapshot = here.conversation().snapshot();
        long ordinal = segments.currentOrdinal();
        writer.addLater(here.conversation(), new Carried(snapshot));
        here.carried(here.conversation().version(), snapshot.settled(), ordinal);
    }

    private boolean mayDelete() {
        return lease.holds();
    }

    private <T> Mono<Void> eachOf(Iterable<T> items, Function<T, Mono<Void>> step) {
        return Flux.fromIterable(items)
                .flatMap(step, context.settings().concurrency())
                .then();
    }

    private <T> Mono<T> here(Mono<T> elsewhere) {
        return elsewhere.publishOn(context.thread());
    }

    /** What the settlement needs to know of its shard. */
    record SettlementContext(SettlementSettings settings, Scheduler thread) {}
}
