package app.parley.chat.message.offlinestore;

import app.parley.offlinestore.api.Command;
import app.parley.offlinestore.api.OfflineStoreApi;
import app.parley.offlinestore.api.Outcome;
import app.parley.offlinestore.api.ShardMap;
import app.parley.service.client.RemoteProblem;
import app.parley.service.client.ServiceClients;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who owns which shard, and the way there. */
@Component
class ShardOwners {

    private static final Logger log = LoggerFactory.getLogger(ShardOwners.class);

    /** Those who ask together are answered together. */
    private static final Duration FRESH = Duration.ofMillis(50);

    private final OfflineStoreApi anyInstance;
    private final ServiceClients clients;
    private final StoreSettings settings;
    private final Map<URI, OfflineStoreApi> instances = new ConcurrentHashMap<>();
    private final Mono<ShardMap> refreshed;
    private volatile @Nullable ShardMap map;
    private volatile long heardNanos;

    ShardOwners(OfflineStoreApi anyInstance, ServiceClients clients, StoreSettings settings) {
        this.anyInstance = anyInstance;
        this.clients = clients;
        this.settings = settings;
        this.refreshed = Mono.defer(this::firstToKnow)
                .doOnNext(this::hear)
                .cache(_ -> FRESH, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private void hear(ShardMap found) {
        map = found;
        heardNanos = System.nanoTime();
    }

    /** Any instance knows; one that stands still must not be the only one that is asked. */
    private Mono<ShardMap> firstToKnow() {
        return Mono.firstWithValue(Stream.concat(ownersIn(map).stream(), Stream.of(anyInstance))
                .map(this::shardsOf)
                .toList());
    }

    /** Not cancelled when another was first, since that would be in the middle of an answer: it comes to nothing. */
    private Mono<ShardMap> shardsOf(OfflineStoreApi instance) {
        return Mono.fromFuture(
                instance.shards()
                        .timeout(settings.callWithin())
                        .doOnError(
                                failure -> log.debug("An instance did not say who owns what: {}", failure.toString()))
                        .onErrorComplete()
                        .toFuture(),
                true);
    }

    /** Asks who owns what now. */
    Mono<ShardMap> refresh() {
        return refreshed;
    }

    /** Has the owner of a shard apply these commands. */
    Mono<List<Outcome>> apply(int shard, List<Command> commands) {
        return known().flatMap(its -> owner(its, shard).apply(shard, commands)).timeout(settings.callWithin());
    }

    /** Has the owner of a conversation apply these commands, whose order among others does not matter. */
    Mono<List<Outcome>> applyTo(UUID conversation, List<Command> commands) {
        return following(its -> apply(its.shardOf(conversation), commands));
    }

    /** Asks the owner of a conversation. If it has moved, or does not answer, asks who owns it now, and once more. */
    <T> Mono<T> ask(UUID conversation, Function<OfflineStoreApi, Mono<T>> question) {
        return following(its -> ask(its, conversation, question));
    }

    /**
     * Asks the owners of conversations, each about its own, of so many at most with one call. If one of them has moved, asks
     * who owns them now, and all once more.
     */
    <T> Flux<T> askEach(
            Collection<UUID> conversations,
            int atOnce,
            BiFunction<OfflineStoreApi, List<UUID>, Mono<List<T>>> question) {
        return following(its -> Flux.fromIterable(byOwner(its, conversations).entrySet())
                        .flatMap(owned -> Flux.fromIterable(owned.getValue())
                                .buffer(atOnce)
                                .concatMap(some ->
                                        question.apply(owned.getKey(), some).timeout(settings.callWithin())))
                        .collectList())
                .flatMapIterable(answers -> answers)
                .flatMapIterable(answer -> answer);
    }

    private Map<OfflineStoreApi, List<UUID>> byOwner(ShardMap its, Collection<UUID> conversations) {
        return conversations.stream().collect(Collectors.groupingBy(id -> owner(its, its.shardOf(id))));
    }

    private <T> Mono<T> following(Function<ShardMap, Mono<T>> call) {
        return known().flatMap(call)
                .onErrorResume(ShardOwners::mayHaveMoved, _ -> refresh().flatMap(call));
    }

    private <T> Mono<T> ask(ShardMap its, UUID conversation, Function<OfflineStoreApi, Mono<T>> question) {
        return question.apply(owner(its, its.shardOf(conversation))).timeout(settings.callWithin());
    }

    /**
     * The instances that own shards. Who asks for them does not come to a wrong one and learn of a move by that, so what
     * was heard of them must not be old. Who cannot hear anything goes by what is known.
     */
    Flux<OfflineStoreApi> all() {
        return Mono.defer(() -> isRecent() ? Mono.empty() : refresh().onErrorComplete())
                .thenMany(Flux.defer(() -> Flux.fromIterable(ownersIn(map))));
    }

    private boolean isRecent() {
        return map != null
                && System.nanoTime() - heardNanos < settings.ownersFor().toNanos();
    }

    private List<OfflineStoreApi> ownersIn(@Nullable ShardMap known) {
        return known == null
                ? List.of()
                : known.owners().stream()
                        .filter(Objects::nonNull)
                        .distinct()
                        .map(this::at)
                        .toList();
    }

    /** Asks what any instance can answer. */
    <T> Mono<T> askAny(Function<OfflineStoreApi, Mono<T>> question) {
        return question.apply(anyInstance).timeout(settings.callWithin());
    }

    private Mono<ShardMap> known() {
        return Mono.defer(() -> {
            ShardMap known = map;
            return known == null ? refresh() : Mono.just(known);
        });
    }

    /** Whether a call may have failed because the shard is somewhere else by now. */
    static boolean mayHaveMoved(Throwable failure) {
        return !(failure instanceof RemoteProblem problem) || problem.isRetryable();
    }

    private OfflineStoreApi owner(ShardMap its, int shard) {
        URI address = its.owners().get(shard);
        if (address == null) {
            throw new UnownedShardException(shard);
        }
        return at(address);
    }

    private OfflineStoreApi at(URI instance) {
        return instances.computeIfAbsent(instance, address -> clients.create(OfflineStoreApi.class, address));
    }

    /** Nobody owns the shard at the moment. */
    private static final class UnownedShardException extends RuntimeException {

        private static final long serialVersionUID = 1;

        UnownedShardException(int shard) {
            super("shard " + shard + " has no owner now", null, false, false);
        }
    }
}
