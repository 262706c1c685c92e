package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.util.stream.Stream;

/** After all is mended and acknowledged, a device that connects once more is sent nothing. */
final class NothingWaits implements Rule {

    @Override
    public Stream<Violation> violations(History history) {
        return history.all(Event.Waiting.class).map(event -> {
            Place place = new Place(event.conversation(), event.seq());
            return new Violation(
                    Kind.DOUBLED,
                    "%s had acknowledged %d, and it still waited".formatted(event.device(), event.seq()),
                    history.life(history.accepted().get(place), place));
        });
    }
}
