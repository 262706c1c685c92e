package app.parley.chat.routing.presence;

import app.parley.chat.routing.DevicesListener;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Routes;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.UserDevices;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The devices of users, remembered. A lookup is under way at most once: whoever is asked for meanwhile goes along with
 * the next, so that many at once become few calls.
 */
@Component
class PresenceRoutes implements Routes, DevicesListener {

    private final PresenceApi presence;
    private final RouteSettings settings;
    private final Cache<UUID, KnownMember> known;
    private final Set<UUID> wanted = new LinkedHashSet<>();
    private boolean lookingUp;

    PresenceRoutes(PresenceApi presence, RouteSettings settings) {
        this.presence = presence;
        this.settings = settings;
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterAccess(settings.forgetAfter())
                .build();
    }

    @Override
    public CompletableFuture<Member> of(UUID user) {
        KnownMember member = known.get(user, _ -> new KnownMember());
        if (member.isDue(settings.refreshAfter())) {
            if (member.isKnown()) {
                wantSoon(user);
            } else {
                want(List.of(user));
            }
        }
        return member.devices();
    }

    @Override
    public Mono<List<Member>> now(Collection<UUID> users) {
        return Flux.fromIterable(users)
                .buffer(settings.lookupSize())
                .concatMap(some -> presence.devices(some).flatMapIterable(found -> found))
                .map(PresenceRoutes::member)
                .collectList();
    }

    /**
     * Asks anew for those it knows. What it knew is used until then, for it is the best guess; but of who has a device
     * more it is forgotten, or what is sent meanwhile would never come to the new device.
     */
    @Override
    public void devicesChanged(Collection<UUID> users, Collection<UUID> added, Collection<UUID> revoked) {
        known.invalidateAll(added);
        want(users.stream().filter(user -> known.getIfPresent(user) != null).toList());
    }

    /** Nobody waits for the answer, so that it may be asked for together with others. */
    private void wantSoon(UUID user) {
        synchronized (wanted) {
            boolean first = wanted.isEmpty();
            wanted.add(user);
            if (!first || lookingUp) {
                return;
            }
        }
        var _ = Schedulers.parallel()
                .schedule(() -> want(List.of()), settings.collect().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void want(Collection<UUID> users) {
        synchronized (wanted) {
            wanted.addAll(users);
            if (lookingUp || wanted.isEmpty()) {
                return;
            }
            lookingUp = true;
        }
        lookUp();
    }

    private void lookUp() {
        Map<UUID, KnownMember> asked = next();
        if (asked.isEmpty()) {
            return;
        }
        presence.devices(List.copyOf(asked.keySet()))
                .subscribe(
                        found -> {
                            found.forEach(devices -> learn(devices, asked.get(devices.user())));
                            lookUp();
                        },
                        failure -> {
                            asked.forEach((user, member) -> fail(user, member, failure));
                            lookUp();
                        });
    }

    /** Whom to ask for. The answer is for what was known then: whoever was forgotten since is asked for once more. */
    private Map<UUID, KnownMember> next() {
        synchronized (wanted) {
            Map<UUID, KnownMember> next = new HashMap<>();
            var all = wanted.iterator();
            while (all.hasNext() && next.size() < settings.lookupSize()) {
                UUID user = all.next();
                all.remove();
                KnownMember member = known.getIfPresent(user);
                if (member != null) {
                    next.put(user, member);
                }
            }
            lookingUp = !next.isEmpty();
            return next;
        }
    }

    private static void learn(UserDevices found, @Nullable KnownMember member) {
        if (member != null) {
            member.learn(member(found));
        }
    }

    /** Whoever waits for a first answer gets the failure; whoever was known stays as they were. */
    private void fail(UUID user, KnownMember member, Throwable failure) {
        if (!member.isKnown()) {
            known.asMap().remove(user, member);
            member.fail(failure);
        }
    }

    private static Member member(UserDevices found) {
        return new Member(
                found.user(),
                found.devices().stream()
                        .map(route -> new Member.Route(route.device(), route.node()))
                        .toList());
    }
}
