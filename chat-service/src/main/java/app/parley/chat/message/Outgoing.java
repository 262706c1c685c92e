package app.parley.chat.message;

import app.parley.chat.conversation.Audience;
import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.MessageLog.AppendAnswer;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Router;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
    private final Router router;
    private final SendMeters meters;
    private final SendSettings settings;
    private final Map<Target, ArrayDeque<Send>> waiting = new HashMap<>(2);
    private int unanswered;
    private long unansweredLength;

    Outgoing(Audiences audiences, MessageLog log, Router router, SendMeters meters, SendSettings settings) {
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
        Send send = new Send(
                draft, answer, System.nanoTime() + settings.answerWithin().toNanos());
        address(send);
    }

    private void address(Send send) {
        Target target = send.draft.to();
        CompletableFuture<Audience> audience;
        synchronized (this) {
            ArrayDeque<Send> before = waiting.get(target);
            if (before != null) {
                before.add(send);
                return;
            }
            audience = audiences.of(send.draft.sender().user(), target);
            if (audience.isDone()) {
                post(send, audience);
                return;
            }
            ArrayDeque<Send> following = new ArrayDeque<>();
            following.add(send);
            waiting.put(target, following);
        }
        awaitAudience(target, audience);
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

    /** Half the time is for the look-up, so that half is left for the log. */
    private void awaitAudience(Target target, CompletableFuture<Audience> audience) {
        CompletableFuture<Audience> inTime =
                audience.copy().orTimeout(settings.answerWithin().toMillis() / 2, TimeUnit.MILLISECONDS);
        var _ = inTime.whenComplete((_, _) -> release(target, inTime));
    }

    /**
     * The first goes to the audience that was asked for. Whatever came later asks again, at hand now: it may have been
     * sent after one of the members got a device more.
     */
    private synchronized void release(Target target, CompletableFuture<Audience> audience) {
        ArrayDeque<Send> following = waiting.remove(target);
        if (following == null) {
            return;
        }
        if (audience.isCompletedExceptionally()) {
            following.forEach(send -> post(send, audience));
            return;
        }
        post(following.remove(), audience);
        following.forEach(this::address);
    }

    private void post(Send send, CompletableFuture<Audience> audience) {
        if (audience.isCompletedExceptionally()) {
            send.refused(Refusal.of(audience.exceptionNow()));
            return;
        }
        send.post(audience.resultNow());
    }

    private synchronized void answered(Draft draft) {
        unanswered--;
        unansweredLength -= draft.content().length();
    }

    /** A draft on its way. */
    private final class Send implements AppendAnswer {

        private final Draft draft;
        private final Consumer<SendOutcome> answer;
        private final long deadline;
        private @Nullable Audience audience;

        Send(Draft draft, Consumer<SendOutcome> answer, long deadline) {
            this.draft = draft;
            this.answer = answer;
            this.deadline = deadline;
        }

        void post(Audience audience) {
            this.audience = audience;
            log.append(new Posting(draft.id(), draft.sender(), draft.content(), audience), deadline, this);
        }

        @Override
        public void appended(long seq, Instant at, List<UUID> outdated) {
            answered(draft);
            Audience told = Objects.requireNonNull(audience);
            meters.accepted();
            answer.accept(
                    new SendOutcome.Accepted(draft.id(), told.conversation().id(), seq, at));
            Message message = message(told, seq, at);
            router.route(message, told.members());
            if (!outdated.isEmpty()) {
                routeAgain(message, told, outdated);
            }
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

        private Message message(Audience told, long seq, Instant at) {
            return new Message(
                    told.conversation().id(),
                    seq,
                    draft.id(),
                    draft.sender().user(),
                    draft.sender().device(),
                    at,
                    draft.content());
        }

        @Override
        public void refused(Refusal refusal) {
            answered(draft);
            meters.refused(refusal);
            answer.accept(new SendOutcome.Refused(draft.id(), refusal));
        }
    }
}
