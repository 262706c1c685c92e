package app.parley.chat.routing.presence;

import app.parley.chat.routing.DevicesListener;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Routes;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.UserDevices;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

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
            want(List.of(user));
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

    /** Asks anew for those it knows. What it knew is used until then: it is the best guess. */
    @Override
    public void devicesChanged(Collection<UUID> users, Collection<UUID> revoked) {
        want(users.stream().filter(user -> known.getIfPresent(user) != null).toList());
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
        List<UUID> users = next();
        if (users.isEmpty()) {
            return;
        }
        presence.devices(users)
                .subscribe(
                        found -> {
                            found.forEach(this::learn);
                            lookUp();
                        },
                        failure -> {
                            users.forEach(user -> fail(user, failure));
                            lookUp();
                        });
    }

    private List<UUID> next() {
        synchronized (wanted) {
            List<UUID> users = new ArrayList<>();
            var all = wanted.iterator();
            while (all.hasNext() && users.size() < settings.lookupSize()) {
                users.add(all.next());
                all.remove();
            }
            lookingUp = !users.isEmpty();
            return users;
        }
    }

    private void learn(UserDevices found) {
        KnownMember member = known.getIfPresent(found.user());
        if (member != null) {
            member.learn(member(found));
        }
    }

    /** Whoever waits for a first answer gets the failure; whoever was known stays as they were. */
    private void fail(UUID user, Throwable failure) {
        KnownMember member = known.getIfPresent(user);
        if (member != null && !member.isKnown()) {
            known.invalidate(user);
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
