package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Snapshot;
import app.parley.offlinestore.journal.Place;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** The stored states of conversations that are not, or not only, in memory. */
public interface ConversationStates {

    /** Empty for a conversation that has none. */
    Mono<SavedState> find(UUID conversation);

    /** @param stamp a later call for the same conversation with a lower one has no effect */
    Mono<Void> save(SavedState state, long stamp);

    /**
     * A state, and how much of the journal it covers.
     *
     * @param asOf every flush up to this place is in the state
     */
    record SavedState(Snapshot snapshot, Place asOf) {}
}
