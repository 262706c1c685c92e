package app.parley.faults.check;

import app.parley.faults.record.Entry;
import app.parley.faults.record.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record, arranged by what the rules ask for. */
final class History {

    /** A place in a conversation. */
    record Place(UUID conversation, long seq) {}

    /** An event, and when it was, in nanoseconds since the record began. */
    record Timed<E extends Event>(long nanos, E event) {}

    private final List<Entry> record;
    private final Map<UUID, Event.Sent> sent = new LinkedHashMap<>();
    private final Map<Place, UUID> accepted = new LinkedHashMap<>();
    private final Map<String, String> users = new LinkedHashMap<>();

    History(List<Entry> record) {
        this.record = record;
        all(Event.Sent.class).forEach(event -> sent.putIfAbsent(event.id(), event));
        all(Event.Accepted.class)
                .forEach(event -> accepted.putIfAbsent(new Place(event.conversation(), event.seq()), event.id()));
        all(Event.LoggedIn.class).forEach(event -> users.put(event.device(), event.user()));
    }

    <E extends Event> Stream<E> all(Class<E> type) {
        return record.stream().map(Entry::event).filter(type::isInstance).map(type::cast);
    }

    /** All events of a kind, with their time. */
    <E extends Event> Stream<Timed<E>> timed(Class<E> type) {
        return record.stream()
                .filter(entry -> type.isInstance(entry.event()))
                .map(entry -> new Timed<>(entry.nanos(), type.cast(entry.event())));
    }

    Map<Place, UUID> accepted() {
        return accepted;
    }

    Event.@Nullable Sent sent(UUID id) {
        return sent.get(id);
    }

    /** What each device has received and not forgotten. */
    Map<String, Set<Place>> kept() {
        Map<String, Set<Place>> kept = new HashMap<>();
        Map<String, Map<UUID, Long>> stored = new HashMap<>();
        for (Entry entry : record) {
            switch (entry.event()) {
                case Event.Received e ->
                    kept.computeIfAbsent(e.device(), _ -> new HashSet<>()).add(new Place(e.conversation(), e.seq()));
                case Event.Acknowledged e ->
                    stored.computeIfAbsent(e.device(), _ -> new HashMap<>())
                            .merge(e.conversation(), e.seq(), Math::max);
                case Event.Forgot e -> {
                    Map<UUID, Long> safe = stored.getOrDefault(e.device(), Map.of());
                    kept.getOrDefault(e.device(), new HashSet<>())
                            .removeIf(place -> place.seq() > safe.getOrDefault(place.conversation(), 0L));
                }
                default -> {}
            }
        }
        return kept;
    }

    /** The user of each device. */
    Map<String, String> users() {
        return users;
    }

    /** Whether all was mended and every device had its time to catch up. */
    boolean settled() {
        return all(Event.Settled.class).findAny().isPresent();
    }

    /** Whether every device had its time to catch up, and some did not. */
    boolean neverSettled() {
        return all(Event.NeverSettled.class).findAny().isPresent();
    }

    /** The device's first life: it was there before anything was sent. */
    static boolean original(String device) {
        return device.indexOf('.') < 0;
    }

    /** Whether a later life has taken the device's place. */
    boolean superseded(String device) {
        int life = original(device) ? 1 : Integer.parseInt(device.substring(device.indexOf('.') + 1));
        String name = original(device) ? device : device.substring(0, device.indexOf('.'));
        return users.containsKey(name + "." + (life + 1));
    }

    /** All lines about a message and its place. */
    List<Entry> life(@Nullable UUID id, @Nullable Place place) {
        return record.stream()
                .filter(entry -> isAbout(entry.event(), id, place))
                .toList();
    }

    private static boolean isAbout(Event event, @Nullable UUID id, @Nullable Place place) {
        return switch (event) {
            case Event.Sent e -> e.id().equals(id);
            case Event.Refused e -> e.id().equals(id);
            case Event.Accepted e -> e.id().equals(id) || new Place(e.conversation(), e.seq()).equals(place);
            case Event.Received e -> e.id().equals(id) || new Place(e.conversation(), e.seq()).equals(place);
            case Event.Acknowledged e ->
                place != null && Objects.equals(e.conversation(), place.conversation()) && e.seq() >= place.seq();
            case Event.Pushed e ->
                place != null
                        && e.conversation().equals(place.conversation())
                        && e.fromSeq() <= place.seq()
                        && place.seq() <= e.toSeq();
            case Event.Waiting e -> new Place(e.conversation(), e.seq()).equals(place);
            case Event.FaultBegan _, Event.FaultHealed _, Event.Settled _, Event.NeverSettled _, Event.LoggedIn _ ->
                true;
            case Event.RunBegan _, Event.Registered _, Event.Stored _ -> false;
            case Event.Forgot _, Event.Welcomed _, Event.Synced _, Event.Closed _ -> false;
        };
    }
}
