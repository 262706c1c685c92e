package app.parley.chat.sight.profile;

import app.parley.chat.routing.PeopleListener;
import app.parley.chat.sight.Sight;
import app.parley.chat.sight.Sights;
import app.parley.profile.api.Look;
import app.parley.profile.api.ProfileApi;
import app.parley.service.client.BatchedCalls;
import com.github.benmanes.caffeine.cache.AsyncLoadingCache;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Asks profile-service, and remembers for a while. Whatever was asked for before word came of one of the two does not count
 * any more, also if the answer is still on its way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProfileSights implements Sights, PeopleListener {

    /** As many as profile-service takes. */
    private static final int AT_ONCE = 500;

    /** @param askedAt by {@link System#nanoTime} */
    private record Remembered(Sight sight, long askedAt) {}

    private final AsyncLoadingCache<Look, Remembered> remembered;

    /** When word came of people last; kept for as long as there may be something from before. */
    private final Cache<UUID, Long> changedAt;

    ProfileSights(ProfileApi profiles, SightSettings settings) {
        BatchedCalls<Look, app.parley.profile.api.Sight> looks =
                new BatchedCalls<>(some -> profiles.sights(some).map(answers -> answers), AT_ONCE, settings.collect());
        this.remembered = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .refreshAfterWrite(settings.refreshAfter())
                .expireAfterWrite(settings.forgetAfter())
                .buildAsync((look, _) -> load(looks.ask(look)));
        this.changedAt = Caffeine.newBuilder()
                .maximumSize(settings.remembered())
                .expireAfterWrite(settings.forgetAfter().multipliedBy(2))
                .build();
    }

    @Override
    public CompletableFuture<Sight> of(UUID viewer, UUID subject) {
        Look look = new Look(viewer, subject);
        CompletableFuture<Remembered> known = remembered.get(look);
        return known.thenCompose(answer -> {
            if (isFrom(answer.askedAt(), viewer) && isFrom(answer.askedAt(), subject)) {
                return CompletableFuture.completedFuture(answer.sight());
            }
            remembered.asMap().remove(look, known);
            return of(viewer, subject);
        });
    }

    /** Whether what was asked for then is from after the last word of this user. */
    private boolean isFrom(long askedAt, UUID user) {
        Long changed = changedAt.getIfPresent(user);
        return changed == null || askedAt - changed > 0;
    }

    @Override
    public void peopleChanged(Collection<UUID> people) {
        long now = System.nanoTime();
        people.forEach(user -> changedAt.put(user, now));
    }

    private static CompletableFuture<Remembered> load(Mono<app.parley.profile.api.Sight> asked) {
        long askedAt = System.nanoTime();
        CompletableFuture<Remembered> loaded = new CompletableFuture<>();
        asked.map(found -> new Sight(found.lastSeen(), found.online(), found.readReceipts(), found.contact()))
                .single()
                .subscribe(sight -> loaded.complete(new Remembered(sight, askedAt)), loaded::completeExceptionally);
        return loaded;
    }
}
