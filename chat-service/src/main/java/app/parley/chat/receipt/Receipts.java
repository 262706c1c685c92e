package app.parley.chat.receipt;

import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.MessageLog;
import app.parley.chat.message.MessageLog.Everyone;
import app.parley.chat.message.MessageLog.Progress;
import app.parley.chat.message.MessageLog.ProgressAnswer;
import app.parley.chat.message.Refusal;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.Router;
import app.parley.chat.sight.Sight;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what devices acknowledge and users read, and tells who may know of it. */
@Component
public class Receipts {

    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    private final MessageLog messages;
    private final Audiences audiences;
    private final SeenReceipts seen;
    private final Router router;
    private final Deliveries deliveries = new Deliveries();

    /** What waits for it to be known what the other of two may see. */
    private final ConcurrentHashMap<Place, Untold> untold = new ConcurrentHashMap<>();

    private final Counter acknowledged;

    Receipts(MessageLog messages, Audiences audiences, SeenReceipts seen, Router router, MeterRegistry registry) {
        this.messages = messages;
        this.audiences = audiences;
        this.seen = seen;
        this.router = router;
        this.acknowledged = Counter.builder("parley.acknowledgements")
                .description("Acknowledgements that moved a user on")
                .register(registry);
    }

    /**
     * Takes a device's progress. It is answered only if something is wrong with it, or, through {@code taken}, if it
     * was not known before to be right.
     */
    public void record(Progress progress, Runnable taken, Consumer<Refusal> refused) {
        if (progress.seq() < 1) {
            refused.accept(Refusal.SEQ_OUT_OF_RANGE);
            return;
        }
        messages.progress(progress, new ProgressAnswer() {
            @Override
            public void progressed(long delivered, long read, boolean changed, @Nullable Everyone everyone) {
                if (!progress.sure()) {
                    taken.run();
                }
                if (changed) {
                    acknowledged.increment();
                    tell(progress, delivered, read, everyone);
                }
            }

            @Override
            public void refused(Refusal refusal) {
                refused.accept(refusal);
            }
        });
    }

    private void tell(Progress progress, long delivered, long read, @Nullable Everyone everyone) {
        UUID user = progress.device().user();
        Receipt own = new Receipt(progress.conversation(), user, delivered, read);
        var _ = audiences
                .conversation(user, new Target.OfConversation(progress.conversation()))
                .thenCompose(conversation -> conversation.isGroup()
                        ? tellGroup(conversation, own, everyone, progress)
                        : tellTwo(conversation, own, progress))
                .exceptionally(failure -> {
                    log.debug("A receipt was not passed on: {}", failure.toString());
                    return null;
                });
    }

    /** Of a group, whom it concerns how far one member is: that member. What the others need is how far everybody is. */
    private CompletableFuture<Void> tellGroup(
            Conversation group, Receipt own, @Nullable Everyone everyone, Progress progress) {
        List<UUID> concerned = everyone == null ? List.of(member(own)) : group.members();
        return audiences.withDevices(group, concerned).thenAccept(audience -> {
            router.route(own, of(own, audience.members()), progress.device().device());
            if (everyone != null) {
                router.route(new Receipt(group.id(), null, everyone.delivered(), everyone.read()), audience.members());
            }
        });
    }

    /** The user's other devices hear all of it, and the other user what they may see. */
    private CompletableFuture<Void> tellTwo(Conversation ofTwo, Receipt own, Progress progress) {
        return audiences.withDevices(ofTwo).thenCompose(audience -> {
            List<Member> other = audience.members().stream()
                    .filter(member -> !member.user().equals(own.user()))
                    .toList();
            router.route(own, of(own, audience.members()), progress.device().device());
            return other.isEmpty() || !isFirst(own, progress.read())
                    ? CompletableFuture.completedFuture(null)
                    : seen.sight(ofTwo, other.getFirst().user()).thenAccept(sight -> tellOther(own, sight, other));
        });
    }

    /** Whether nothing of this user waits there to be told; what does goes along, so that nothing older comes later. */
    private boolean isFirst(Receipt own, boolean read) {
        Untold now = untold.merge(Place.of(own), new Untold(own, read, true), Untold::and);
        return now.first();
    }

    private void tellOther(Receipt first, Sight sight, List<Member> other) {
        Untold last = Objects.requireNonNull(untold.remove(Place.of(first)));
        Receipt own = last.receipt();
        if (!sight.contact()) {
            return;
        }
        if (sight.readReceipts()) {
            router.route(own, other);
        } else if (deliveries.isNew(last)) {
            router.route(new Receipt(own.conversation(), own.user(), own.delivered(), 0), other);
        }
    }

    private static List<Member> of(Receipt own, List<Member> members) {
        return members.stream()
                .filter(member -> member.user().equals(own.user()))
                .toList();
    }

    private static UUID member(Receipt own) {
        return Objects.requireNonNull(own.user());
    }
}
