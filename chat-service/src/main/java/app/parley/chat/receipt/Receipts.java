package app.parley.chat.receipt;

import app.parley.chat.conversation.Audiences;
import app.parley.chat.conversation.Target;
import app.parley.chat.message.MessageLog;
import app.parley.chat.message.MessageLog.Progress;
import app.parley.chat.message.MessageLog.ProgressAnswer;
import app.parley.chat.message.Refusal;
import app.parley.chat.routing.Receipt;
import app.parley.chat.routing.Router;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.Consumer;
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
            public void progressed(long delivered, long read, boolean changed) {
                if (!progress.sure()) {
                    taken.run();
                }
                if (changed) {
                    acknowledged.increment();
                    tell(progress, delivered, read);
                }
            }

            @Override
            public void refused(Refusal refusal) {
                refused.accept(refusal);
            }
        });
    }

    private void tell(Progress progress, long delivered, long read) {
        Receipt receipt = new Receipt(progress.conversation(), progress.device().user(), delivered, read);
        var _ = audiences
                .of(progress.device().user(), new Target.OfConversation(progress.conversation()))
                .whenComplete((audience, failure) -> {
                    if (failure != null) {
                        log.debug("A receipt was not passed on: {}", failure.toString());
                        return;
                    }
                    router.route(receipt, audience.members(), progress.device().device());
                });
    }
}
