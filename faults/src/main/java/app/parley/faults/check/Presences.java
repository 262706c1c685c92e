package app.parley.faults.check;

import app.parley.faults.record.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When each user was connected, and when something was broken. */
final class Presences {

    /** A time, in nanoseconds since the record began; open to the end if it did not end. */
    record Span(long from, long to) {

        boolean overlaps(long begin, long end) {
            return from <= end && begin <= to;
        }
    }

    private record Connection(String device, int number) {}

    private final Map<String, UUID> ids = new HashMap<>();
    private final Map<UUID, List<Span>> connected = new HashMap<>();
    private final List<Span> broken = new ArrayList<>();

    Presences(History history) {
        history.all(Event.Registered.class).forEach(person -> ids.put(person.user(), person.id()));
        Map<Connection, Long> ends = new HashMap<>();
        history.timed(Event.Closed.class)
                .forEach(end -> ends.putIfAbsent(
                        new Connection(end.event().device(), end.event().connection()), end.nanos()));
        history.timed(Event.Welcomed.class).forEach(begin -> {
            String device = begin.event().device();
            long end = ends.getOrDefault(new Connection(device, begin.event().connection()), Long.MAX_VALUE);
            @Nullable UUID user = ids.get(Objects.requireNonNull(history.users().get(device)));
            if (user != null) {
                connected.computeIfAbsent(user, _ -> new ArrayList<>()).add(new Span(begin.nanos(), end));
            }
        });
        Map<Integer, Long> mended = new HashMap<>();
        history.timed(Event.FaultHealed.class)
                .forEach(heal -> mended.put(heal.event().number(), heal.nanos()));
        history.timed(Event.FaultBegan.class)
                .forEach(fault -> broken.add(new Span(
                        fault.nanos(), mended.getOrDefault(fault.event().number(), Long.MAX_VALUE))));
    }

    @Nullable
    UUID id(@Nullable String user) {
        return ids.get(user);
    }

    /** The times at which the user's devices were connected. */
    Stream<Span> connected(UUID user) {
        return connected.getOrDefault(user, List.of()).stream();
    }

    boolean isBroken(long from, long to) {
        return broken.stream().anyMatch(fault -> fault.overlaps(from, to));
    }
}
