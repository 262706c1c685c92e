package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A message has one place and a place one message, whoever says so, sender or reader. */
final class OnePlaceEach implements Rule {

    @Override
    public Stream<Violation> violations(History history) {
        Map<UUID, Place> places = new HashMap<>();
        Map<Place, UUID> messages = new HashMap<>();
        return Stream.concat(
                        history.all(Event.Accepted.class)
                                .map(e -> Map.entry(e.id(), new Place(e.conversation(), e.seq()))),
                        history.all(Event.Received.class)
                                .map(e -> Map.entry(e.id(), new Place(e.conversation(), e.seq()))))
                .distinct()
                .flatMap(said -> {
                    Place place = places.putIfAbsent(said.getKey(), said.getValue());
                    UUID message = messages.putIfAbsent(said.getValue(), said.getKey());
                    return Stream.of(
                                    place == null
                                            ? ""
                                            : "%s stands at %s and at %s"
                                                    .formatted(said.getKey(), place, said.getValue()),
                                    message == null
                                            ? ""
                                            : "at %s stand %s and %s"
                                                    .formatted(said.getValue(), message, said.getKey()))
                            .filter(what -> !what.isEmpty())
                            .map(what ->
                                    new Violation(Kind.DOUBLED, what, history.life(said.getKey(), said.getValue())));
                });
    }
}
