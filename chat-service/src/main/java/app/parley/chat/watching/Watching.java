package app.parley.chat.watching;

import app.parley.chat.routing.DevicesListener;
import app.parley.chat.routing.PeopleListener;
import app.parley.chat.sight.Sight;
import app.parley.chat.sight.Sights;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Tells whoever watches somebody when they come and go, as far as they may see it. Who comes is told of at once; who goes, when
 * they have stayed away for a while: of somebody whose line is lost and found all the time nobody hears but that they are
 * there.
 */
@Component
public class Watching implements DevicesListener, PeopleListener {

    private static final Logger log = LoggerFactory.getLogger(Watching.class);

    /** @param since by the timer, in nanoseconds */
    private record Leaving(Presence presence, long since) {}

    private final Presences presences;
    private final Sights sights;
    private final WatchSettings settings;
    private final Scheduler timer;
    private final Collected changed;
    private final Collected shown;
    private final Collected unknown;
    private final Watches watches = new Watches();

    /** Who has gone a moment ago, and is believed to be online. */
    private final Map<UUID, Leaving> leaving = new ConcurrentHashMap<>();

    /** How often word came of people: whatever was found out meanwhile may be from before. */
    private final AtomicLong words = new AtomicLong();

    @Autowired
    Watching(Presences presences, Sights sights, WatchSettings settings) {
        this(presences, sights, settings, Schedulers.parallel());
    }

    Watching(Presences presences, Sights sights, WatchSettings settings, Scheduler timer) {
        this.presences = presences;
        this.sights = sights;
        this.settings = settings;
        this.timer = timer;
        this.changed = new Collected(settings.collect(), timer, this::look);
        this.shown = new Collected(settings.collect(), timer, this::show);
        this.unknown = new Collected(settings.settle(), timer, this::look);
    }

    /** Has a device hear of these users, at once and whenever they change, and no longer of those before. */
    public void watch(UUID viewer, Watcher watcher, Collection<UUID> users, Runnable unavailable) {
        List<Watch> all = watches.replace(viewer, watcher, users);
        if (all.isEmpty()) {
            return;
        }
        long before = words.get();
        Mono.zip(presences.of(users), Mono.fromFuture(() -> sights.of(viewer, users)))
                .subscribe(found -> answer(all, found.getT1(), found.getT2(), before), _ -> unavailable.run());
    }

    private void answer(List<Watch> all, List<Presence> found, Map<UUID, Sight> seen, long before) {
        Map<UUID, Presence> present =
                found.stream().collect(Collectors.toMap(Presence::user, Function.identity(), (one, _) -> one));
        List<UUID> again = all.stream()
                .filter(watch -> {
                    UUID subject = watch.subject();
                    Presence presence = present.getOrDefault(subject, new Presence(subject, false, null));
                    return watch.answer(presence.seenWith(seen.getOrDefault(subject, Sight.NOTHING)));
                })
                .map(Watch::subject)
                .toList();
        changed.addAll(words.get() == before ? again : present.keySet());
    }

    /** A device is gone. */
    public void leave(UUID viewer, Watcher watcher) {
        watches.replace(viewer, watcher, List.of());
    }

    @Override
    public void devicesChanged(Collection<UUID> users, Collection<UUID> added, Collection<UUID> revoked) {
        changed.addAll(users.stream().filter(watches::anyOf).toList());
    }

    /** Who may not see any more what they were told hears otherwise, and who may see more now hears that: at once. */
    @Override
    public void peopleChanged(Collection<UUID> people) {
        words.incrementAndGet();
        shown.addAll(watches.concerning(people).stream().map(Watch::subject).collect(Collectors.toSet()));
    }

    private void show(Set<UUID> users) {
        presences.of(users).subscribe(found -> found.forEach(this::tell), failure -> again(users, failure));
    }

    private void look(Set<UUID> users) {
        presences.of(users).subscribe(this::weigh, failure -> again(users, failure));
    }

    private void weigh(List<Presence> found) {
        long now = timer.now(TimeUnit.NANOSECONDS);
        Set<UUID> toCome = found.stream()
                .filter(presence -> !isToBeTold(presence, now))
                .map(Presence::user)
                .collect(Collectors.toSet());
        if (!toCome.isEmpty()) {
            var _ = timer.schedule(() -> look(toCome), settings.settle().toNanos(), TimeUnit.NANOSECONDS);
        }
        found.stream().filter(presence -> !toCome.contains(presence.user())).forEach(this::tell);
    }

    /** Whoever is believed to be online, and has only just gone, may come back. */
    private boolean isToBeTold(Presence presence, long now) {
        UUID user = presence.user();
        if (presence.online() || watches.of(user).stream().noneMatch(Watch::believesOnline)) {
            leaving.remove(user);
            return true;
        }
        Leaving known = leaving.compute(
                user,
                (_, before) ->
                        before != null && before.presence().equals(presence) ? before : new Leaving(presence, now));
        return now - known.since() >= settings.settle().toNanos() && leaving.remove(user, known);
    }

    private void tell(Presence presence) {
        Collection<Watch> all = List.copyOf(watches.of(presence.user()));
        if (all.isEmpty()) {
            return;
        }
        long before = words.get();
        var _ = sights.of(all.stream().map(Watch::viewer).toList(), presence.user())
                .whenComplete((seen, failure) -> {
                    if (failure != null) {
                        log.debug("It is not known who may see {}: {}", presence.user(), failure.toString());
                        unknown.addAll(Set.of(presence.user()));
                        return;
                    }
                    all.forEach(
                            watch -> watch.tell(presence.seenWith(seen.getOrDefault(watch.viewer(), Sight.NOTHING))));
                    if (words.get() != before) {
                        changed.addAll(Set.of(presence.user()));
                    }
                });
    }

    private void again(Set<UUID> users, Throwable failure) {
        log.warn("Changes of presence are not told yet: {}", failure.toString());
        unknown.addAll(users);
    }
}
