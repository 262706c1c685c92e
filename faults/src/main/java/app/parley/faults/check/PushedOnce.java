package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** For one message one push goes out. The same push may be asked for again, with its key: the push service then knows it. */
final class PushedOnce implements Rule {

    private record Recipient(UUID user, UUID conversation) {}

    @Override
    public Stream<Violation> violations(History history) {
        Map<Recipient, List<Event.Pushed>> before = new HashMap<>();
        return history.all(Event.Pushed.class).flatMap(push -> {
            List<Event.Pushed> earlier =
                    before.computeIfAbsent(new Recipient(push.user(), push.conversation()), _ -> new ArrayList<>());
            List<Violation> twice = earlier.stream()
                    .filter(other -> !other.key().equals(push.key()))
                    .filter(other -> other.fromSeq() <= push.toSeq() && push.fromSeq() <= other.toSeq())
                    .map(other -> new Violation(
                            Kind.PUSHED,
                            "two pushes went out for the same message: %s and %s".formatted(other, push),
                            history.life(
                                    null, new Place(push.conversation(), Math.max(push.fromSeq(), other.fromSeq())))))
                    .toList();
            earlier.add(push);
            return twice.stream();
        });
    }
}
