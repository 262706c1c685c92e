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

/** When everybody has everything, the message log has all of it under archive, and nothing under wipe. */
final class StoredByPolicy implements Rule {

    @Override
    public Stream<Violation> violations(History history) {
        Map<UUID, Set<Long>> stored = new HashMap<>();
        history.all(Event.Stored.class).forEach(event -> stored.put(event.conversation(), new HashSet<>(event.seqs())));
        if (stored.isEmpty()) {
            return Stream.empty(); // the devices did not come to rest, which is a violation by itself
        }
        return history.all(Event.RunBegan.class).anyMatch(Event.RunBegan::archives)
                ? missing(history, stored)
                : left(history, stored);
    }

    private static Stream<Violation> missing(History history, Map<UUID, Set<Long>> stored) {
        return history.accepted().keySet().stream()
                .filter(place ->
                        !stored.getOrDefault(place.conversation(), Set.of()).contains(place.seq()))
                .map(place -> violation(Kind.LOST, "%s is not in the archive".formatted(place), place, history));
    }

    private static Stream<Violation> left(History history, Map<UUID, Set<Long>> stored) {
        return stored.entrySet().stream()
                .flatMap(log -> log.getValue().stream().map(seq -> new Place(log.getKey(), seq)))
                .map(place -> violation(
                        Kind.NOT_WIPED, "everybody has %s, and it is stored".formatted(place), place, history));
    }

    private static Violation violation(Kind kind, String what, Place place, History history) {
        return new Violation(kind, what, history.life(history.accepted().get(place), place));
    }
}
