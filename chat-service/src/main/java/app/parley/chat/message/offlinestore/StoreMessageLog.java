package app.parley.chat.message.offlinestore;

import app.parley.chat.message.Listed;
import app.parley.chat.message.MessageLog;
import app.parley.chat.message.Overdue;
import app.parley.chat.message.Overview;
import app.parley.chat.message.Page;
import app.parley.chat.message.Position;
import app.parley.chat.message.Posting;
import app.parley.chat.message.PushRange;
import app.parley.chat.message.Refusal;
import app.parley.chat.message.Standing;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.NodeName;
import app.parley.chat.routing.Receipt;
import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.ConversationState;
import app.parley.offlinestore.api.ListedConversations;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.ShardMap;
import app.parley.offlinestore.api.StoredMessage;
import app.parley.service.client.BatchedCalls;
import app.parley.service.client.Turnstile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The message log in offline-store-service. */
@Component
class StoreMessageLog implements MessageLog {

    private static final Logger log = LoggerFactory.getLogger(StoreMessageLog.class);
    private static final long EXPIRY_INTERVAL_MILLIS = 100;
    private static final int OVERDUE_AT_ONCE = 500;
    private static final int DEVICES_AT_ONCE = 100;
    private static final int LISTED_AT_ONCE = 1000;
    private static final Duration SETTLED_CHECK = Duration.ofMillis(20);

    private final NodeName self;
    private final ShardOwners owners;
    private final StoreSettings settings;
    private final StoreMeters meters;
    private final Turnstile gate;
    private final BatchedCalls<Device, List<Position>> queues;
    private final AtomicBoolean opening = new AtomicBoolean();
    private volatile List<ShardLane> lanes = List.of();

    StoreMessageLog(NodeName self, ShardOwners owners, StoreSettings settings, StoreMeters meters) {
        this.self = self;
        this.owners = owners;
        this.settings = settings;
        this.meters = meters;
        this.gate = new Turnstile(settings.reads(), Integer.MAX_VALUE, settings.readWithin());
        this.queues = new BatchedCalls<>(this::pending, DEVICES_AT_ONCE, settings.collect());
    }

    @Override
    public void append(Posting posting, long deadline, AppendAnswer answer) {
        ShardLane lane = lane(posting.audience().conversation().id());
        if (lane == null) {
            answer.refused(Refusal.UNAVAILABLE);
            return;
        }
        lane.append(new PendingAppend(posting, deadline, answer));
    }

    @Override
    public void progress(Progress progress, ProgressAnswer answer) {
        ShardLane lane = lane(progress.conversation());
        if (lane == null) {
            answer.refused(Refusal.UNAVAILABLE);
            return;
        }
        lane.progress(new PendingProgress(progress, answer));
    }

    /** The lane of a conversation, or null as long as the store has never said how many shards it has. */
    private @Nullable ShardLane lane(UUID conversation) {
        List<ShardLane> known = lanes;
        return known.isEmpty() ? null : known.get(ShardMap.shardOf(conversation, known.size()));
    }

    @Scheduled(fixedDelay = EXPIRY_INTERVAL_MILLIS)
    void expire() {
        if (lanes.isEmpty()) {
            open();
        }
        long soon = System.nanoTime()
                + Duration.ofMillis(2 * EXPIRY_INTERVAL_MILLIS).toNanos();
        lanes.forEach(lane -> lane.expire(soon));
    }

    private void open() {
        if (!opening.compareAndSet(false, true)) {
            return;
        }
        owners.refresh()
                .doFinally(_ -> opening.set(false))
                .subscribe(
                        this::open,
                        failure -> log.warn("The owners of the shards are not known: {}", failure.toString()));
    }

    private void open(ShardMap map) {
        lanes = IntStream.range(0, map.owners().size())
                .mapToObj(shard -> new ShardLane(shard, owners, settings, meters))
                .toList();
    }

    @Override
    public Mono<List<Message>> messages(UUID conversation, UUID user, Page page) {
        return gate.pass(owners.ask(
                        conversation,
                        store -> store.messages(conversation, user, page.after(), page.before(), page.limit())))
                .map(found -> found.stream().map(StoreMessageLog::message).toList());
    }

    @Override
    public Flux<Overview> overviews(UUID user, List<Listed> conversations) {
        Map<UUID, Listed> byId =
                conversations.stream().collect(Collectors.toMap(Listed::conversation, Function.identity()));
        return gate.pass(owners.askEach(
                                byId.keySet(),
                                LISTED_AT_ONCE,
                                (store, some) -> store.overviews(new ListedConversations(
                                        user,
                                        some.stream()
                                                .map(id -> listed(byId.get(id)))
                                                .toList())))
                        .collectList())
                .flatMapIterable(found -> found)
                .map(StoreMessageLog::overview);
    }

    private static ListedConversations.Listed listed(@Nullable Listed its) {
        Listed listed = Objects.requireNonNull(its);
        return new ListedConversations.Listed(listed.conversation(), listed.after(), listed.without());
    }

    private static Overview overview(app.parley.offlinestore.api.Overview its) {
        StoredMessage last = its.last();
        return new Overview(
                its.conversation(),
                its.head(),
                its.unread(),
                its.read(),
                its.timer(),
                its.at(),
                last == null ? null : message(last),
                its.edit());
    }

    @Override
    public Mono<List<Receipt>> receipts(UUID conversation, UUID user, long seq) {
        return gate.pass(owners.ask(conversation, store -> store.receipts(conversation, seq, user)))
                .map(found -> receipts(conversation, found));
    }

    @Override
    public Mono<Standing> standing(UUID conversation, Device device) {
        return gate.pass(owners.ask(conversation, store -> store.state(conversation, device.user(), device.device())))
                .map(StoreMessageLog::standing);
    }

    @Override
    public Mono<List<Position>> pending(Device device) {
        return queues.ask(device)
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("the store cannot say now")));
    }

    private Mono<List<@Nullable List<Position>>> pending(List<Device> devices) {
        List<app.parley.offlinestore.api.Device> asked = devices.stream()
                .map(device -> new app.parley.offlinestore.api.Device(device.user(), device.device()))
                .toList();
        return owners.askAny(store -> store.pending(asked))
                .map(found -> found.stream()
                        .<@Nullable List<Position>>map(its -> its == null ? null : positions(its))
                        .toList());
    }

    private static List<Position> positions(List<app.parley.offlinestore.api.Position> found) {
        return found.stream().map(StoreMessageLog::position).toList();
    }

    /** An owner that does not answer is asked again with the next round; the others must not wait for it. */
    @Override
    public Flux<Overdue> overdue() {
        return owners.all()
                .flatMap(owner -> owner.overdue(self.value(), OVERDUE_AT_ONCE)
                        .timeout(settings.callWithin())
                        .onErrorResume(failure -> {
                            log.debug("What is overdue was not told: {}", failure.toString());
                            return Mono.empty();
                        }))
                .flatMapIterable(found -> found)
                .map(StoreMessageLog::overdue);
    }

    private static Overdue overdue(app.parley.offlinestore.api.Overdue its) {
        return new Overdue(its.conversation(), its.user(), its.devices(), its.head(), its.toPush(), its.again());
    }

    @Override
    public Mono<PushRange> startPush(UUID conversation, UUID user) {
        return carriedOut(conversation, new Command.StartPush(conversation, user))
                .flatMap(outcome -> outcome instanceof Outcome.PushStarted push
                        ? Mono.just(new PushRange(push.fromSeq(), push.toSeq()))
                        : Mono.empty());
    }

    @Override
    public Mono<Void> notePush(UUID conversation, UUID user, long seq) {
        return carriedOut(conversation, new Command.NotePush(conversation, user, seq))
                .then();
    }

    private Mono<Outcome> carriedOut(UUID conversation, Command command) {
        return owners.applyTo(conversation, List.of(command))
                .map(List::getFirst)
                .flatMap(outcome -> outcome instanceof Outcome.Refused refused
                        ? Mono.error(new IllegalStateException("refused: " + refused.reason()))
                        : Mono.just(outcome));
    }

    @Override
    public Mono<Void> forget(UUID conversation, UUID user, boolean erase) {
        return owners.ask(conversation, store -> store.forgetUser(conversation, user, erase));
    }

    @Override
    public Mono<Void> settled() {
        return Flux.interval(Duration.ZERO, SETTLED_CHECK)
                .takeUntil(_ -> lanes.stream().allMatch(ShardLane::isSettled))
                .then();
    }

    private static Message message(StoredMessage stored) {
        return new Message(
                stored.conversation(),
                stored.seq(),
                stored.id(),
                stored.sender(),
                stored.device(),
                stored.at(),
                stored.content());
    }

    private static Position position(app.parley.offlinestore.api.Position position) {
        return new Position(position.conversation(), position.cursor(), position.head());
    }

    private static Standing standing(ConversationState state) {
        return new Standing(
                position(state.position()), receipts(state.position().conversation(), state.progress()));
    }

    private static List<Receipt> receipts(UUID conversation, List<ConversationState.Progress> progress) {
        return progress.stream()
                .map(known -> new Receipt(conversation, known.user(), known.delivered(), known.read()))
                .toList();
    }
}
