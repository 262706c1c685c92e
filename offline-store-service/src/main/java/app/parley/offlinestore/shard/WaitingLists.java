package app.parley.offlinestore.shard;

import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * For each user who is away, the conversations that wait for them. It may name one too many, never one too few. Of the
 * writes for the same user and conversation, the one with the highest stamp counts.
 */
public interface WaitingLists {

    Flux<UUID> of(UUID user);

    Mono<Void> add(UUID user, UUID conversation, long stamp);

    Mono<Void> remove(UUID user, UUID conversation, long stamp);
}
