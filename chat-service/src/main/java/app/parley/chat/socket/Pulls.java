package app.parley.chat.socket;

import app.parley.chat.message.History;
import app.parley.chat.message.Page;
import app.parley.chat.message.Refusal;
import app.parley.chat.message.Standing;
import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.ErrorCode;
import app.parley.chat.protocol.ServerFrame;
import app.parley.chat.receipt.SeenReceipts;
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
    private final SeenReceipts seen;
    private final SocketSettings settings;

    Pulls(History history, SeenReceipts seen, SocketSettings settings) {
        this.history = history;
        this.seen = seen;
        this.settings = settings;
    }

    /** By the connection's thread. */
    void answer(ClientFrame.Pull pull, Guest guest) {
        if (!guest.pulls().add(pull, settings.pulls())) {
            guest.connection()
                    .say(ErrorFrames.of(
                            ErrorCode.RATE_LIMITED,
                            "more than " + settings.pulls() + " pulls are unanswered",
                            pull.id().toString()));
            return;
        }
        proceed(guest);
    }

    /** Reads for those whose turn it is. A client that does not read what it pulled gets no more. */
    void proceed(Guest guest) {
        while (guest.connection().hasRoom()) {
            ClientFrame.Pull pull = guest.pulls().begin();
            if (pull == null) {
                return;
            }
            read(pull, guest);
        }
    }

    private void read(ClientFrame.Pull pull, Guest guest) {
        Page page = new Page(pull.after(), pull.before(), pull.limit());
        Connection connection = guest.connection();
        Mono.zip(history.messages(guest.device(), pull.conversation(), page), standing(pull, guest))
                .doFinally(_ -> connection.execute(() -> {
                    guest.pulls().end(pull);
                    proceed(guest);
                }))
                .subscribe(
                        found -> tell(pull, found.getT1(), found.getT2(), guest),
                        failure -> connection.say(
                                ErrorFrames.of(Refusal.of(failure), pull.id().toString())));
    }

    private Mono<Standing> standing(ClientFrame.Pull pull, Guest guest) {
        return history.standing(guest.device(), pull.conversation())
                .flatMap(standing -> seen.of(guest.device(), pull.conversation(), standing.receipts())
                        .map(receipts -> new Standing(standing.position(), receipts)));
    }

    private static void tell(ClientFrame.Pull pull, List<Message> messages, Standing standing, Guest guest) {
        Connection connection = guest.connection();
        UUID user = guest.device().user();
        messages.forEach(message -> connection.say(FrameEncoder.frame(message)));
        for (Receipt receipt : standing.receipts()) {
            if (!user.equals(receipt.user())) {
                connection.say(FrameEncoder.frame(receipt));
            }
        }
        connection.say(new ServerFrame.Pulled(
                pull.id(), pull.conversation(), standing.position().head()));
    }
}
