package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.SendKey;
import app.parley.offlinestore.conversation.Snapshot.Send;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The sends that their conversations no longer remember although the messages are kept. Writes may be repeated. */
public interface SendIndex {

    /**
     * Stores sends of one conversation.
     *
     * @param keep after which they go by themselves, or null to keep them
     */
    Mono<Void> store(UUID conversation, List<Send> sends, @Nullable Duration keep);

    /**
     * Forgets what a user sent: these, and those whose ids say that they were made lately, or not when.
     *
     * @param lately how long ago that was at most
     */
    Mono<Void> forget(UUID conversation, UUID sender, List<SendKey> some, Duration lately);

    /** The place that a send got; empty if it is not here. */
    Mono<Send> find(UUID conversation, SendKey key);
}
