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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Set<KnownMember> wanted = new LinkedHashSet<>();
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
        KnownMember member = known.get(user, KnownMember::new);
        if (member.isDue(settings.refreshAfter())) {
            if (member.isKnown()) {
                wantSoon(member);
            } else {
                want(List.of(member));
            }
        }
        return member.devices();
    }

    @Override
    public CompletableFuture<Member> after(Member outdated) {
        known.asMap().computeIfPresent(outdated.user(), (_, member) -> member.isNoNewerThan(outdated) ? null : member);
        return of(outdated.user());
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
        want(users.stream().map(known::getIfPresent).filter(Objects::nonNull).toList());
    }

    /** Nobody waits for the answer, so that it may be asked for together with others. */
    private void wantSoon(KnownMember member) {
        synchronized (wanted) {
            boolean first = wanted.isEmpty();
            wanted.add(member);
            if (!first || lookingUp) {
                return;
            }
        }
        var _ = Schedulers.parallel()
                .schedule(() -> want(List.of()), settings.collect().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void want(Collection<KnownMember> members) {
        synchronized (wanted) {
            wanted.addAll(members);
            if (lookingUp || wanted.isEmpty()) {
                return;
            }
            lookingUp = true;
        }
        lookUp();
    }

    private void lookUp() {
        List<KnownMember> asked = next();
        if (asked.isEmpty()) {
            return;
        }
        presence.devices(asked.stream().map(KnownMember::user).distinct().toList())
                .map(PresenceRoutes::byUser)
                .subscribe(
                        found -> {
                            asked.forEach(member -> learn(member, found.get(member.user())));
                            lookUp();
                        },
                        failure -> {
                            asked.forEach(member -> fail(member, failure));
                            lookUp();
                        });
    }

    /** Whoever was forgotten meanwhile is answered all the same, for somebody may wait. */
    private List<KnownMember> next() {
        synchronized (wanted) {
            List<KnownMember> next = new ArrayList<>();
            var all = wanted.iterator();
            while (all.hasNext() && next.size() < settings.lookupSize()) {
                next.add(all.next());
                all.remove();
            }
            lookingUp = !next.isEmpty();
            return next;
        }
    }

    private static Map<UUID, UserDevices> byUser(List<UserDevices> found) {
        return found.stream().collect(Collectors.toMap(UserDevices::user, Function.identity()));
    }

    private void learn(KnownMember member, @Nullable UserDevices found) {
        if (found == null) {
            fail(member, new IllegalStateException("presence-service passed over user " + member.user()));
        } else {
            member.learn(member(found));
        }
    }

    /** Whoever waits for a first answer gets the failure; whoever was known stays as they were. */
    private void fail(KnownMember member, Throwable failure) {
        if (!member.isKnown()) {
            known.asMap().remove(member.user(), member);
            member.fail(failure);
        }
    }

    private static Member member(UserDevices found) {
        return new Member(
                found.user(),
                found.version(),
                found.since(),
                found.devices().stream()
                        .map(route -> new Member.Route(route.device(), route.node()))
                        .toList());
    }
}
