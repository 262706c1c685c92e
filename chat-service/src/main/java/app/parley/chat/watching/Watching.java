package app.parley.chat.watching;

import app.parley.chat.routing.DevicesListener;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.scheduler.Schedulers;

/** Who watches whom, and telling them when it changes. */
@Component
public class Watching implements DevicesListener {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);

    private final Presences presences;
    private final WatchSettings settings;
    private final ConcurrentHashMap<UUID, Set<Watcher>> watchers = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<UUID, Presence> told = new ConcurrentHashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    Watching(Presences presences, WatchSettings settings) {
        this.presences = presences;
        this.settings = settings;
    }

    /** Has a watcher hear of these users, at once and whenever they change, and no longer of those before. */
    public void watch(Watcher watcher, Collection<UUID> before, Collection<UUID> users, Runnable unavailable) {
        leave(watcher, before);
        for (UUID user : users) {
            watchers.compute(user, (_, present) -> {
                Set<Watcher> all = present == null ? ConcurrentHashMap.newKeySet(2) : present;
                all.add(watcher);
                return all;
            });
        }
        if (users.isEmpty()) {
            return;
        }
        presences
                .of(users)
                .subscribe(
                        found -> found.forEach(presence -> {
                            told.put(presence.user(), presence);
                            watcher.hear(presence);
                        }),
                        _ -> unavailable.run());
    }

    /** Takes a watcher off these users. */
    public void leave(Watcher watcher, Collection<UUID> users) {
        for (UUID user : users) {
            watchers.computeIfPresent(user, (_, present) -> {
                present.remove(watcher);
                if (!present.isEmpty()) {
                    return present;
                }
                told.remove(user);
                return null;
            });
        }
    }

    @Override
    public void devicesChanged(Collection<UUID> users, Collection<UUID> added, Collection<UUID> revoked) {
        List<UUID> watched = users.stream().filter(watchers::containsKey).toList();
        if (watched.isEmpty()) {
            return;
        }
        synchronized (changed) {
            boolean first = changed.isEmpty();
            changed.addAll(watched);
            if (!first) {
                return;
            }
        }
        var _ = Schedulers.parallel()
                .schedule(this::tellChanges, settings.collect().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tellChanges() {
        List<UUID> users;
        synchronized (changed) {
            users = List.copyOf(changed);
            changed.clear();
        }
        presences
                .of(users)
                .subscribe(
                        found -> found.forEach(this::tell),
                        failure -> log.warn("Changes of presence were not told: {}", failure.toString()));
    }

    private void tell(Presence presence) {
        Presence before = told.put(presence.user(), presence);
        if (presence.equals(before)) {
            return;
        }
        watchers.getOrDefault(presence.user(), Set.of()).forEach(watcher -> watcher.hear(presence));
    }
}
