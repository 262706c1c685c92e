package app.parley.offlinestore.journal;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The stored journals of all shards. Every call may be repeated without harm; what it has written is durable when it
 * completes.
 */
public interface Journal {

    /** The epochs of which something may be left, the oldest first. */
    Flux<Window> windows(int shard);

    /** Opens an epoch: from here on its window is found, and its seals hold. */
    Mono<Void> open(int shard, Window window);

    /** Moves the bounds of an epoch's window. */
    Mono<Void> move(int shard, Window window);

    /** Drops the window of an epoch that has nothing left. */
    Mono<Void> close(int shard, long epoch);

    Mono<Void> append(int shard, Flush flush);

    /** The flushes of a segment, in their order. */
    Flux<Flush> read(int shard, long epoch, long segment);

    /** Deletes a segment whole. */
    Mono<Void> delete(int shard, long epoch, long segment);
}
