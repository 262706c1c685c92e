package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.journal.Place;
import java.time.Duration;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored states of conversations that are not, or not only, in memory. */
public interface ConversationStates {

    /** Empty for a conversation that has none. */
    Mono<SavedState> find(UUID conversation);

    /** Of these conversations, those that have one, in any order; asked for at once. */
    Flux<SavedState> findAll(Collection<UUID> conversations);

    /**
     * @param keepLast how long its last message is kept, or null for ever
     * @param stamp a later call for the same conversation with a lower one has no effect
     */
    Mono<Void> save(SavedState state, @Nullable Duration keepLast, long stamp);

    /** What is stored has no last message any more. */
    Mono<Void> forgetLast(UUID conversation, long stamp);

    /**
     * A state, and how much of the journal it covers.
     *
     * @param asOf every flush up to this place is in the state
     */
    record SavedState(Snapshot snapshot, Place asOf) {}
}
