package app.parley.offlinestore.journal;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The stored journal as one shard sees it: what comes back comes back on the shard's thread. */
public record ShardJournal(int shard, Journal journal, Scheduler thread) {

    Mono<Void> append(Flush flush) {
        return journal.append(shard, flush).publishOn(thread);
    }

    Mono<Void> move(Window window) {
        return journal.move(shard, window).publishOn(thread);
    }

    Mono<Void> delete(long epoch, long segment) {
        return journal.delete(shard, epoch, segment).publishOn(thread);
    }

    Mono<Void> close(long epoch) {
        return journal.close(shard, epoch).publishOn(thread);
    }
}
