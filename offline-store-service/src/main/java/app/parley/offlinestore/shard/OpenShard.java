package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Command;
import app.parley.offlinestore.conversation.Command.Acknowledge;
import app.parley.offlinestore.conversation.Command.Append;
import app.parley.offlinestore.conversation.Command.MarkRead;
import app.parley.offlinestore.conversation.Command.NotePush;
import app.parley.offlinestore.conversation.Command.StartPush;
import app.parley.offlinestore.conversation.Conversation;
import app.parley.offlinestore.conversation.Event;
import app.parley.offlinestore.conversation.Outcome;
import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Overview;
import app.parley.offlinestore.conversation.Position;
import app.parley.offlinestore.conversation.Standing;
import app.parley.offlinestore.conversation.Standing.MemberStanding;
import app.parley.offlinestore.journal.JournalWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * A shard that this instance owns and serves. Whatever is asked of it is done on its thread, one thing after the other;
 * nothing there waits for a store.
 */
final class OpenShard {

    private static final Logger LOG = LoggerFactory.getLogger(OpenShard.class);

    private final LoadedConversations conversations;
    private final JournalWriter writer;
    private final Settlement settlement;
    private final Appends appends;
    private final Supervision supervision;
    private final ShardContext context;
    private final Sinks.Empty<Void> idle = Sinks.empty();
    private int unanswered;
    private boolean closing;
    private boolean settling;
    private volatile boolean stopped;

    OpenShard(
            LoadedConversations conversations,
            JournalWriter writer,
            Settlement settlement,
            Appends appends,
            Supervision supervision,
            ShardContext context) {
        this.conversations = conversations;
        this.writer = writer;
        this.settlement = settlement;
        this.appends = appends;
        this.supervision = supervision;
        this.context = context;
    }

    /** Carries commands out, in the order of each conversation, and answers when all that they append is durable. */
    Mono<List<Outcome>> apply(List<Command> commands) {
        if (commands.isEmpty()) {
            return Mono.just(List.of());
        }
        long arrived = System.nanoTime();
        return Mono.create(sink -> context.thread().schedule(() -> {
            if (closing) {
                sink.error(new NotOwnerException(context.shard()));
                return;
            }
            unanswered++;
            Batch batch = new Batch(commands.size(), arrived, sink, this::answered);
            for (int i = 0; i < commands.size(); i++) {
                submit(commands.get(i), batch, i);
            }
            writer.flush();
        }));
    }

    private void answered() {
        unanswered--;
        if (closing && unanswered == 0) {
            idle.tryEmitEmpty();
        }
    }

    private void submit(Command command, Batch batch, int index) {
        boolean atHand = conversations.isAtHand(command.conversation());
        conversations.with(
                command.conversation(),
                conversation -> {
                    carryOut(command, conversation, batch, index);
                    if (!atHand) {
                        writer.flush();
                    }
                },
                failure -> {
                    LOG.debug("conversation {} cannot be read", command.conversation(), failure);
                    context.metrics().unavailable();
                    batch.answer(index, new Refused(Reason.UNAVAILABLE));
                });
    }

    private void carryOut(Command command, Conversation conversation, Batch batch, int index) {
        switch (command) {
            case Append append -> appends.append(append, conversation, batch, index);
            case Acknowledge ack ->
                batch.answer(
                        index, progress(conversation, its -> its.acknowledge(ack.user(), ack.device(), ack.seq())));
            case MarkRead read ->
                batch.answer(
                        index, progress(conversation, its -> its.markRead(read.user(), read.device(), read.seq())));
            case StartPush push -> startPush(push, conversation, batch, index);
            case NotePush push -> {
                batch.answer(index, conversation.notePush(push.user(), push.seq()));
                // at once, since a successor that does not know of it would push again
                write(conversation, conversation.takeProgress());
            }
        }
    }

    /** Answered when it is durable: a successor must say the same, or two pushes could go out for one message. */
    private void startPush(StartPush push, Conversation conversation, Batch batch, int index) {
        Outcome outcome = conversation.startPush(push.user());
        write(conversation, conversation.takeProgress());
        writer.published()
                .timeout(context.deadline(), context.thread())
                .subscribe(
                        _ -> {},
                        _ -> batch.answer(index, new Refused(Reason.UNAVAILABLE)),
                        () -> batch.answer(index, outcome));
    }

    private Outcome progress(Conversation conversation, Function<Conversation, Outcome> command) {
        long before = conversation.version();
        Outcome outcome = command.apply(conversation);
        if (conversation.version() != before) {
            context.metrics().acknowledged();
            writer.progressed(conversation);
            settlement.noteUntidy(conversation);
        }
        return outcome;
    }

    private void write(Conversation conversation, List<Event> events) {
        events.forEach(event -> writer.add(conversation, event));
    }

    /** Who has not acknowledged in time, of so many at most. */
    Mono<List<Reminder>> due(int limit) {
        return onThread(() -> supervision.due(limit));
    }

    /** The conversations in memory in which something waits for one of these users, by user. */
    Mono<Map<UUID, List<UUID>>> waitingFor(Set<UUID> users) {
        return onThread(() -> conversations.waitingFor(users));
    }

    /** Where a device stands in those of these conversations in which something waits for it. */
    Flux<Position> waitingPositions(Device device, WaitingConversations ids) {
        return each(ids.all())
                .map(conversation -> {
                    if (ids.listed().contains(conversation.id())) {
                        conversation.foundListed(device.user());
                    }
                    write(conversation, conversation.takeMailbox(device.user(), device.device()));
                    settlement.noteUntidy(conversation);
                    return conversation.position(device.user(), device.device());
                })
                .filter(position -> position.cursor() < position.head())
                .doOnComplete(writer::flush);
    }

    /** Drops a device from these conversations. */
    Mono<Void> forget(UUID user, UUID device, long version, WaitingConversations ids) {
        return each(ids.all())
                .doOnNext(conversation -> {
                    write(conversation, conversation.forget(user, device, version));
                    settlement.noteUntidy(conversation);
                })
                .then(Mono.defer(() -> {
                    writer.flush();
                    return writer.published();
                }));
    }

    /** Has somebody leave no trace in a conversation; answers when it is durable that it will be so. */
    Mono<Void> forgetUser(UUID conversation, UUID user, boolean erase) {
        return conversation(conversation)
                .doOnNext(its -> write(its, its.forgetUser(user, erase)))
                .then(Mono.defer(() -> {
                    writer.flush();
                    return writer.published();
                }));
    }

    Mono<Standing> state(UUID conversation, UUID user, UUID device) {
        return conversation(conversation).map(its -> its.state(user, device));
    }

    Mono<List<MemberStanding>> receipts(UUID conversation, UUID user, long seq) {
        return conversation(conversation).map(its -> its.receipts(user, seq));
    }

    /** What a list of conversations shows of these to a user, as far as they are in them. What it tells is durable. */
    Mono<List<Overview>> overviews(UUID user, List<UUID> ids) {
        return Flux.defer(() -> conversations.look(ids, its -> its.overview(user)))
                .subscribeOn(context.thread())
                .collectList()
                .publishOn(context.thread())
                .delayUntil(_ -> writer.published());
    }

    /** What of a conversation is in memory, as a reader of its log may see it. */
    Mono<List<LogView>> view(UUID conversation, Function<Conversation, List<LogView>> look) {
        return conversation(conversation).map(look);
    }

    private Flux<Conversation> each(Iterable<UUID> ids) {
        return Flux.fromIterable(ids).subscribeOn(context.thread()).concatMap(conversations::get);
    }

    private Mono<Conversation> conversation(UUID id) {
        return conversations.get(id).subscribeOn(context.thread());
    }

    private <T> Mono<T> onThread(Callable<T> task) {
        return Mono.fromCallable(task).subscribeOn(context.thread());
    }

    /** Does what time demands; called many times a second. */
    void tick() {
        appends.expire(context.deadline());
        writer.tick();
    }

    /** Settles and wipes what is due, unless that is going on. */
    void settle() {
        if (settling || stopped) {
            return;
        }
        settling = true;
        context.metrics().holds(context.shard(), conversations.count(), conversations.waitingMessages());
        settlement.run().doFinally(_ -> settling = false).subscribe(_ -> {}, this::couldNotSettle);
    }

    private void couldNotSettle(Throwable failure) {
        if (!stopped) {
            LOG.warn("shard {} could not be settled, and will be: {}", context.shard(), failure.toString());
        }
    }

    /** Takes nothing new, answers what it has taken, and writes what is in memory only. */
    Mono<Void> drain() {
        return Mono.defer(() -> {
                    closing = true;
                    return unanswered == 0 ? Mono.empty() : idle.asMono();
                })
                .publishOn(context.thread())
                .then(Mono.defer(writer::drain))
                .subscribeOn(context.thread());
    }

    /** Stops at once: another instance may own the shard. */
    void stop() {
        stopped = true;
        context.thread().schedule(() -> {
            writer.stop();
            appends.stop();
        });
    }

    /** What the shard is, and what it runs on. */
    record ShardContext(int shard, Scheduler thread, Duration deadline, ShardMetrics metrics) {}
}
