package app.parley.chat.watching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who watches whom, found from either side. */
final class Watches {

    private final ConcurrentHashMap<UUID, Map<Watcher, Watch>> bySubject = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Map<Watcher, List<Watch>>> byViewer = new ConcurrentHashMap<>();

    /** Has a device watch these users instead of whom it watched before. By one thread at a time for each device. */
    List<Watch> replace(UUID viewer, Watcher watcher, Collection<UUID> subjects) {
        List<Watch> before = byViewer.getOrDefault(viewer, Map.of()).getOrDefault(watcher, List.of());
        before.forEach(watch -> remove(bySubject, watch.subject(), watcher));
        List<Watch> now = subjects.stream()
                .map(subject -> new Watch(viewer, subject, watcher))
                .toList();
        if (now.isEmpty()) {
            remove(byViewer, viewer, watcher);
        } else {
            put(byViewer, viewer, watcher, now);
        }
        now.forEach(watch -> put(bySubject, watch.subject(), watcher, watch));
        return now;
    }

    boolean anyOf(UUID subject) {
        return bySubject.containsKey(subject);
    }

    /** Those of a user. */
    Collection<Watch> of(UUID subject) {
        return bySubject.getOrDefault(subject, Map.of()).values();
    }

    /** Those in which one of these people watches, or is watched. */
    Collection<Watch> concerning(Collection<UUID> people) {
        return people.stream()
                .flatMap(user -> Stream.concat(
                        of(user).stream(),
                        byViewer.getOrDefault(user, Map.of()).values().stream().flatMap(List::stream)))
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (one, _) -> one))
                .values();
    }

    private static <V> void put(ConcurrentHashMap<UUID, Map<Watcher, V>> index, UUID key, Watcher watcher, V value) {
        index.compute(key, (_, present) -> {
            Map<Watcher, V> all = present == null ? new ConcurrentHashMap<>(2) : present;
            all.put(watcher, value);
            return all;
        });
    }

    private static <V> void remove(ConcurrentHashMap<UUID, Map<Watcher, V>> index, UUID key, Watcher watcher) {
        index.computeIfPresent(key, (_, present) -> {
            present.remove(watcher);
            return present.isEmpty() ? null : present;
        });
    }
}
