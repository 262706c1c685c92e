package app.parley.chat.message;

import app.parley.chat.conversation.Audiences;
import app.parley.chat.routing.Router;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends messages. */
@Component
public class Sending {

    private final Audiences audiences;
    private final MessageLog log;
    private final GroupChanges changes;
    private final Router router;
    private final SendMeters meters;
    private final SendSettings settings;

    Sending(
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

    /** The way out for a connection that sends many. */
    public Outgoing open() {
        return new Outgoing(audiences, log, changes, router, meters, settings);
    }

    /** Sends one. */
    public Mono<SendOutcome> send(Draft draft) {
        return Mono.create(sink -> open().send(draft, sink::success));
    }
}
