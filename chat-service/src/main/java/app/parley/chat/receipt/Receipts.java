package app.parley.chat.receipt;

import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Conversation;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.MessageLog;
import app.parley.chat.message.MessageLog.Everyone;
import app.parley.chat.message.MessageLog.Progress;
import app.parley.chat.message.MessageLog.ProgressAnswer;
import app.parley.chat.message.Refusal;
import app.parley.chat.routing.Device;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.Router;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Writes down what devices acknowledge and users read, and tells everybody else in the conversation. */
@Component
public class Receipts {

    private static final Logger log = LoggerFactory.getLogger(Receipts.class);

    private final MessageLog messages;
    private final Audiences audiences;
    private final Router router;
    private final Counter acknowledged;

    Receipts(MessageLog messages, Audiences audiences, Router router, MeterRegistry registry) {
        this.messages = messages;
        this.audiences = audiences;
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
        Device by = progress.device();
        Receipt own = new Receipt(progress.conversation(), by.user(), delivered, read);
        var _ = audiences
                .conversation(by.user(), new Target.OfConversation(progress.conversation()))
                .thenCompose(
                        conversation -> audiences.withDevices(conversation, concerned(conversation, own, everyone)))
                .thenAccept(audience -> tell(own, audience.members(), everyone, audience.conversation(), by))
                .exceptionally(failure -> {
                    log.debug("A receipt was not passed on: {}", failure.toString());
                    return null;
                });
    }

    /** Of a group, whom it concerns how far one member is: that member. What the others need is how far everybody is. */
    private static List<UUID> concerned(Conversation conversation, Receipt own, @Nullable Everyone everyone) {
        return conversation.isGroup() && everyone == null ? List.of(member(own)) : conversation.members();
    }

    private static UUID member(Receipt own) {
        return Objects.requireNonNull(own.user());
    }

    private void tell(Receipt own, List<Member> members, @Nullable Everyone everyone, Conversation in, Device by) {
        List<Member> hearing = in.isGroup()
                ? members.stream()
                        .filter(member -> member.user().equals(own.user()))
                        .toList()
                : members;
        router.route(own, hearing, by.device());
        if (everyone != null) {
            router.route(new Receipt(in.id(), null, everyone.delivered(), everyone.read()), members);
        }
    }
}
