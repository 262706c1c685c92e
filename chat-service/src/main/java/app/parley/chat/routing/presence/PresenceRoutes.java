package app.parley.chat.routing.presence;

import app.parley.chat.routing.DevicesListener;
import app.parley.chat.routing.Member;
import app.parley.chat.routing.Routes;
import app.parley.presence.api.PresenceApi;
import app.parley.presence.api.UserDevices;
import app.parley.service.client.BatchedCalls;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The devices of users, remembered. Many are asked for with few calls. */
@Component
class PresenceRoutes implements Routes, DevicesListener {

    private final PresenceApi presence;
    private final RouteSettings settings;
    private final Cache<UUID, KnownMember> known;
    private final AtomicLong calls = new AtomicLong();
    /** For those to whom somebody writes. */
    private final BatchedCalls<UUID, Answer> lookups;
    /** For those whose devices are known, only not as they are now; they may wait for others. */
    private final BatchedCalls<UUID, Answer> refreshes;
    /** For those of whom only what is so now counts; they may be many at once, and must not hold up the senders. */
    private final BatchedCalls<UUID, Answer> checks;

    /** The devices of a user as a call found them; calls are numbered in their order. */
    private record Answer(Member member, long call) {}

    PresenceRoutes(PresenceApi presence, RouteSettings settings) {
        this.presence = presence;
        this.settings = settings;
        this.known = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterAccess(settings.forgetAfter())
                .build();
        this.lookups = new BatchedCalls<>(this::devices, settings.lookupSize(), Duration.ZERO);
        this.refreshes = new BatchedCalls<>(this::devices, settings.lookupSize(), settings.collect());
        this.checks = new BatchedCalls<>(this::devices, settings.lookupSize(), Duration.ZERO);
    }

    @Override
    public CompletableFuture<Member> of(UUID user) {
        KnownMember member = known.get(user, KnownMember::new);
        if (member.isDue(settings.refreshAfter())) {
            ask(member, member.isKnown() ? refreshes : lookups);
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
                .flatMap(checks::ask, Integer.MAX_VALUE)
                .map(Answer::member)
                .collectList();
    }

    /**
     * Asks anew for those it knows. What it knew is used until then, for it is the best guess; but of who has a device
     * more it is forgotten, or what is sent meanwhile would never come to the new device.
     */
    @Override
    public void devicesChanged(Collection<UUID> users, Collection<UUID> added, Collection<UUID> revoked) {
        known.invalidateAll(added);
        users.stream().map(known::getIfPresent).filter(Objects::nonNull).forEach(member -> ask(member, lookups));
    }

    private void ask(KnownMember member, BatchedCalls<UUID, Answer> by) {
        by.ask(member.user())
                .switchIfEmpty(Mono.error(
                        () -> new IllegalStateException("presence-service passed over user " + member.user())))
                .subscribe(answer -> member.learn(answer.member(), answer.call()), failure -> fail(member, failure));
    }

    private Mono<List<@Nullable Answer>> devices(List<UUID> users) {
        long call = calls.incrementAndGet();
        return presence.devices(users.stream().distinct().toList()).map(found -> {
            Map<UUID, Answer> byUser = found.stream()
                    .collect(Collectors.toMap(UserDevices::user, devices -> new Answer(member(devices), call)));
            return users.stream().<@Nullable Answer>map(byUser::get).toList();
        });
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
