package app.parley.chat.message;

import app.parley.chat.conversation.Audience;
import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.MessageLog.AppendAnswer;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one connection sends. It keeps the order: a draft whose audience must be looked up first holds back those that
 * follow it to the same target, and no others.
 */
public final class Outgoing {

    private static final Logger LOG = LoggerFactory.getLogger(Outgoing.class);

    private final Audiences audiences;
    private final MessageLog log;
    private final GroupChanges changes;
    private final Router router;
    private final SendMeters meters;
    private final SendSettings settings;
    private final Map<Target, Line> lines = new HashMap<>(2);
    private final AtomicLong numbers = new AtomicLong();
    private int unanswered;
    private long unansweredLength;

    Outgoing(
            Audiences audiences,
            MessageLog log,
            GroupChanges changes,
            Router router,
            SendMeters meters,
            SendSettings settings) {
        this.changes = changes;
        this.audiences = audiences;
        this.log = log;
        this.router = router;
        this.meters = meters;
        this.settings = settings;
    }

    /** Stores a draft and brings it to all devices of its conversation. The answer comes once, in bounded time. */
    public void send(Draft draft, Consumer<SendOutcome> answer) {
        Refusal refusal = admit(draft);
        if (refusal != null) {
            meters.refused(refusal);
            answer.accept(new SendOutcome.Refused(draft.id(), refusal));
            return;
        }
        address(new Send(
                draft, answer, System.nanoTime() + settings.answerWithin().toNanos(), numbers.getAndIncrement()));
    }

    private void address(Send send) {
        Target target = send.draft.to();
        CompletableFuture<Audience> audience;
        synchronized (this) {
            Line line = lines.get(target);
            if (line != null && line.isHeld()) {
                line.add(send);
                return;
            }
            audience = audiences.of(send.draft.sender().user(), target);
            if (audience.isDone() && !hasChanged(target, audience)) {
                post(send, audience);
                return;
            }
            line(target).add(send);
            hold(target, audience);
        }
        awaitAudience(target);
    }

    /** Whether what is under way was sent to the group as it was before: it may be refused, and must not be overtaken. */
    private boolean hasChanged(Target target, CompletableFuture<Audience> audience) {
        Line line = lines.get(target);
        return line != null
                && line.posted > 0
                && !audience.isCompletedExceptionally()
                && audience.resultNow().conversation().version() != line.version;
    }

    private synchronized @Nullable Refusal admit(Draft draft) {
        if (draft.characters() > settings.textCharacters()) {
            return Refusal.TEXT_TOO_LONG;
        }
        boolean tooMuch = unansweredLength > 0
                && unansweredLength + draft.content().length()
                        > settings.unansweredBytes().toBytes();
        if (tooMuch || unanswered >= settings.unanswered()) {
            return Refusal.TOO_MANY_UNANSWERED;
        }
        unanswered++;
        unansweredLength += draft.content().length();
        return null;
    }

    private Line line(Target target) {
        return lines.computeIfAbsent(target, _ -> new Line());
    }

    /** Half the time is for the look-up, so that half is left for the log. */
    private void hold(Target target, CompletableFuture<Audience> audience) {
        line(target)
                .holdUntil(audience.copy().orTimeout(settings.answerWithin().toMillis() / 2, TimeUnit.MILLISECONDS));
    }

    private void awaitAudience(Target target) {
        CompletableFuture<Audience> audience;
        synchronized (this) {
            Line line = lines.get(target);
            audience = line == null ? null : line.audience();
        }
        if (audience != null) {
            var _ = audience.whenComplete((_, _) -> release(target));
        }
    }

    /**
     * The first goes to the audience that was asked for. Whatever came later asks again, at hand now: it may have been
     * sent after one of the members got a device more.
     */
    private synchronized void release(Target target) {
        Line line = lines.get(target);
        if (line == null || !line.isReady()) {
            return;
        }
        CompletableFuture<Audience> audience = Objects.requireNonNull(line.audience());
        List<Send> following = line.letGo();
        lines.remove(target);
        if (audience.isCompletedExceptionally()) {
            following.forEach(send -> post(send, audience));
            return;
        }
        post(following.removeFirst(), audience);
        following.forEach(this::address);
    }

    private void post(Send send, CompletableFuture<Audience> audience) {
        if (audience.isCompletedExceptionally()) {
            send.refused(Refusal.of(audience.exceptionNow()));
            return;
        }
        send.post(audience.resultNow());
    }

    /**
     * The group is not as it was thought to be: whatever goes to it waits until that is mended, and until all that was sent
     * before has been answered, which is likely to be refused as well.
     */
    private void again(Send send, Supplier<CompletableFuture<Audience>> mend) {
        Target target = send.draft.to();
        synchronized (this) {
            Line line = line(target);
            line.add(send);
            if (line.isHeld()) {
                return;
            }
            hold(target, mend.get());
        }
        awaitAudience(target);
    }

    private synchronized void answered(Draft draft) {
        unanswered--;
        unansweredLength -= draft.content().length();
    }

    /** What goes to one target, if some of it has to wait. */
    private static final class Line {

        private final PriorityQueue<Send> waiting = new PriorityQueue<>(Comparator.comparingLong(send -> send.number));
        private @Nullable CompletableFuture<Audience> audience;
        /** How many are under way, and the version of the group as which. */
        private int posted;

        private long version;

        void post(long to) {
            version = to;
            posted++;
        }

        void add(Send send) {
            waiting.add(send);
        }

        void holdUntil(CompletableFuture<Audience> known) {
            audience = known;
        }

        @Nullable
        CompletableFuture<Audience> audience() {
            return audience;
        }

        boolean isHeld() {
            return audience != null;
        }

        /** Whether what waits may go: its audience is known, or will not be, and nothing is ahead of it. */
        boolean isReady() {
            return audience != null && audience.isDone() && posted == 0;
        }

        boolean isIdle() {
            return audience == null && posted == 0;
        }

        /** Those that waited, in the order in which they were sent. */
        List<Send> letGo() {
            List<Send> inOrder = new ArrayList<>();
            while (!waiting.isEmpty()) {
                inOrder.add(waiting.remove());
            }
            return inOrder;
        }
    }

    /** A draft on its way. */
    private final class Send implements AppendAnswer {

        private final Draft draft;
        private final Consumer<SendOutcome> answer;
        private final long deadline;
        private final long number;
        private @Nullable Audience audience;
        private boolean posted;

        Send(Draft draft, Consumer<SendOutcome> answer, long deadline, long number) {
            this.number = number;
            this.draft = draft;
            this.answer = answer;
            this.deadline = deadline;
        }

        void post(Audience its) {
            Conversation conversation = its.conversation();
            UUID user = draft.sender().user();
            if (!conversation.letsSend(user) || (draft.timer() != null && !conversation.letsEdit(user))) {
                refused(Refusal.NOT_AN_ADMIN);
                return;
            }
            if (conversation.blockers().contains(user)) {
                refused(Refusal.BLOCKED);
                return;
            }
            if (!draft.mentions().isEmpty()
                    && !Set.copyOf(conversation.members()).containsAll(draft.mentions())) {
                refused(Refusal.NOT_A_MEMBER);
                return;
            }
            audience = its;
            if (conversation.isGroup()) {
                posted = true;
                line(draft.to()).post(conversation.version());
            }
            log.append(Posting.of(draft, its, origin(conversation)), deadline, this);
        }

        private @Nullable Origin origin(Conversation conversation) {
            Long about = draft.about();
            if (about == null) {
                return null;
            }
            return switch (draft.kind()) {
                case EDIT -> new Origin(about, true, settings.editableFor());
                case DELETION ->
                    new Origin(
                            about,
                            !conversation.admins().contains(draft.sender().user()),
                            settings.deletableFor());
                case MESSAGE, NOTICE, REMARK -> new Origin(about, false, Duration.ZERO);
            };
        }

        /** It is not under way any more; whoever waits for that may go. */
        private void landed() {
            synchronized (Outgoing.this) {
                if (!posted) {
                    return;
                }
                posted = false;
                Line line = line(draft.to());
                line.posted--;
                if (line.isIdle()) {
                    lines.remove(draft.to());
                }
            }
            release(draft.to());
        }

        @Override
        public void appended(long seq, Instant at, List<UUID> outdated) {
            landed();
            answered(draft);
            Audience told = Objects.requireNonNull(audience);
            meters.accepted();
            answer.accept(
                    new SendOutcome.Accepted(draft.id(), told.conversation().id(), seq, at));
            Message message = Posting.of(draft, told, null).at(seq, at);
            UUID user = draft.sender().user();
            if (told.conversation().withholdsFrom(user)) {
                router.route(message, told.only(user));
                return;
            }
            router.route(message, told.members());
            if (!outdated.isEmpty()) {
                routeAgain(message, told, outdated);
            }
        }

        @Override
        public void otherVersion(long version) {
            if (deadline - System.nanoTime() <= 0) {
                refused(Refusal.UNAVAILABLE);
                return;
            }
            Conversation told = Objects.requireNonNull(audience).conversation();
            UUID user = draft.sender().user();
            again(
                    this,
                    () -> version > told.version()
                            ? audiences.after(told.version(), user, told.id())
                            : changes.bringUpTo(told.id(), told.version())
                                    .toFuture()
                                    .thenCompose(_ -> audiences.of(user, draft.to())));
            landed();
        }

        /** To devices that were not known. Who gets it twice sees that, and who does not get it finds it in the log. */
        private void routeAgain(Message message, Audience told, List<UUID> outdated) {
            audiences
                    .after(told, outdated)
                    .thenAccept(members -> router.route(message, members))
                    .exceptionally(failure -> {
                        LOG.warn("Devices that {} waits for were not found: {}", message, failure.toString());
                        return null;
                    });
        }

        @Override
        public void refused(Refusal refusal) {
            landed();
            answered(draft);
            meters.refused(refusal);
            answer.accept(new SendOutcome.Refused(draft.id(), refusal));
        }
    }
}
