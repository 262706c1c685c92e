package app.parley.chat.socket;

import app.parley.chat.message.History;
import app.parley.chat.message.Page;
import app.parley.chat.message.Refusal;
import app.parley.chat.message.Standing;
import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.routing.Message;
import app.parley.chat.routing.Receipt;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers pulls: the messages, where the others stand, and the end of it. */
@Component
class Pulls {

    private final History history;
    private final SocketSettings settings;

    Pulls(History history, SocketSettings settings) {
        this.history = history;
        this.settings = settings;
    }

    void answer(ClientFrame.Pull pull, Guest guest) {
        String ref = pull.id().toString();
        if (guest.pulls().get() >= settings.pulls()) {
            guest.connection()
                    .say(ErrorFrames.of(
                            ErrorCode.RATE_LIMITED, "more than " + settings.pulls() + " pulls are unanswered", ref));
            return;
        }
        guest.pulls().incrementAndGet();
        Page page = new Page(pull.after(), pull.before(), pull.limit());
        Mono.zip(
                        history.messages(guest.device(), pull.conversation(), page),
                        history.standing(guest.device(), pull.conversation()))
                .doFinally(_ -> guest.pulls().decrementAndGet())
                .subscribe(
                        found -> tell(pull, found.getT1(), found.getT2(), guest),
                        failure -> guest.connection().say(ErrorFrames.of(Refusal.of(failure), ref)));
    }

    private static void tell(ClientFrame.Pull pull, List<Message> messages, Standing standing, Guest guest) {
        Connection connection = guest.connection();
        UUID user = guest.device().user();
        messages.forEach(message -> connection.say(FrameEncoder.frame(message)));
        for (Receipt receipt : standing.receipts()) {
            if (!receipt.user().equals(user)) {
                connection.say(FrameEncoder.frame(receipt));
            }
        }
        connection.say(new ServerFrame.Pulled(
                pull.id(), pull.conversation(), standing.position().head()));
    }
}
