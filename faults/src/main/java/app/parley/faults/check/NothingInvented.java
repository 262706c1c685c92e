package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes was sent, with this content. */
final class NothingInvented implements Rule {

    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Event.Received.class)
                .filter(event -> !wasSent(event, history))
                .map(event -> new Violation(
                        Kind.INVENTED,
                        "%s received what nobody sent so: %s".formatted(event.device(), event),
                        history.life(event.id(), new Place(event.conversation(), event.seq()))));
    }

    private static boolean wasSent(Event.Received event, History history) {
        Event.@Nullable Sent sent = history.sent(event.id());
        return sent != null && sent.content().equals(event.content());
    }
}
