package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Message;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
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
     * Puts what is left of messages in the place of those that are not as they should be; their times stay.
     *
     * @param left what is to be there; the same if it is as it should be
     * @param stamp of what was deleted with a higher one, nothing comes back
     * @return the messages that were not, as they were
     */
    Flux<Message> rewrite(UUID conversation, long first, long last, UnaryOperator<Message> left, long stamp);

    /** The edits that a message has; one may be gone. */
    Flux<Long> edits(UUID conversation, long seq);

    /** Deletes the messages from {@code first} to {@code last}, both included. */
    Mono<Void> wipe(UUID conversation, long first, long last, long stamp);
}
