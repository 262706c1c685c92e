package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Message;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored messages of each conversation, by sequence number. Writes may be repeated without harm. */
public interface MessageLog {

    /**
     * Stores messages of one conversation.
     *
     * @param keep after which they go by themselves if they do not disappear before, or null to keep them
     * @param stamp of what was deleted with a higher one, nothing comes back
     */
    Mono<Void> store(UUID conversation, List<Message> messages, @Nullable Duration keep, long stamp);

    /** The messages from {@code first} to {@code last}, both included. */
    Flux<Message> ascending(UUID conversation, long first, long last, int limit);

    /** The messages from {@code last} back to {@code first}, both included. */
    Flux<Message> descending(UUID conversation, long first, long last, int limit);

    /**
     * Erases what these messages say, and what their edits say; their places stay.
     *
     * @param stamp of what was deleted with a higher one, nothing comes back
     */
    Mono<Void> erase(UUID conversation, Collection<Long> seqs, long stamp);

    /** Deletes the messages from {@code first} to {@code last}, both included. */
    Mono<Void> wipe(UUID conversation, long first, long last, long stamp);
}
