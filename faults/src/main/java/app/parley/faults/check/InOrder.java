package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** On one connection the messages of a conversation that are new to it come in ascending order, each once. */
final class InOrder implements Rule {

    private record Line(String device, int connection, UUID conversation) {}

    @Override
    public Stream<Violation> violations(History history) {
        Map<Line, Long> last = new HashMap<>();
        Map<Line, Set<Long>> had = new HashMap<>();
        return history.all(Event.Received.class).flatMap(event -> {
            Line line = new Line(event.device(), event.connection(), event.conversation());
            @Nullable Long before = last.put(line, event.seq());
            boolean fresh = had.computeIfAbsent(line, _ -> new HashSet<>()).add(event.seq());
            return !fresh || before == null || event.seq() > before
                    ? Stream.empty()
                    : Stream.of(new Violation(
                            Kind.OUT_OF_ORDER,
                            "%s received %d after %d".formatted(event.device(), event.seq(), before),
                            history.life(event.id(), new Place(event.conversation(), event.seq()))));
        });
    }
}
