package app.parley.faults.check;

import app.parley.faults.check.History.Place;
import app.parley.faults.check.Violation.Kind;
import app.parley.faults.record.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every accepted message is in the record of every device of both sides, but for the one that sent it. */
final class EveryDeviceHasAll implements Rule {

    @Override
    public Stream<Violation> violations(History history) {
        Stream<Violation> restless = history.settled() && !history.neverSettled()
                ? Stream.empty()
                : Stream.of(new Violation(Kind.LOST, "the devices did not come to rest", List.of()));
        boolean hadTheirTime = history.settled() || history.neverSettled();
        return hadTheirTime ? Stream.concat(restless, missing(history)) : restless;
    }

    private static Stream<Violation> missing(History history) {
        Map<String, Set<Place>> kept = history.kept();
        Map<String, Map<UUID, Long>> first = new HashMap<>();
        history.all(Event.Received.class).forEach(event -> {
            first.computeIfAbsent(event.device(), _ -> new HashMap<>())
                    .merge(event.conversation(), event.seq(), Math::min);
        });
        return history.accepted().entrySet().stream()
                .flatMap(message -> history.users().keySet().stream()
                        .filter(device -> !history.superseded(device))
                        .filter(device -> isOwed(device, message.getKey(), message.getValue(), history, first))
                        .filter(device -> !kept.getOrDefault(device, Set.of()).contains(message.getKey()))
                        .map(device -> new Violation(
                                Kind.LOST,
                                "%s never received %s at %s".formatted(device, message.getValue(), message.getKey()),
                                history.life(message.getValue(), message.getKey()))));
    }

    /** A device that came into being in the middle counts from the first that it got. */
    private static boolean isOwed(
            String device, Place place, UUID id, History history, Map<String, Map<UUID, Long>> first) {
        Event.@Nullable Sent sent = history.sent(id);
        if (sent == null || sent.device().equals(device)) {
            return false;
        }
        @Nullable String user = history.users().get(device);
        boolean concerned =
                sent.to().equals(user) || Objects.equals(history.users().get(sent.device()), user);
        return concerned
                && (History.original(device)
                        || place.seq()
                                >= first.getOrDefault(device, Map.of())
                                        .getOrDefault(place.conversation(), Long.MAX_VALUE));
    }
}
