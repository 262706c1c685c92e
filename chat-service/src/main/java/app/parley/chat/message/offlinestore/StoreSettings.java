package app.parley.chat.message.offlinestore;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How the log is written and read.
 *
 * @param batchSize how many messages, and how many acknowledgements, go with one call at most
 * @param batchBytes how large the messages of one call may be together, if they are more than one; at most half of what
 *     offline-store-service takes as a body, its {@code spring.http.codecs.max-in-memory-size}
 * @param queueSize how many messages may wait for one shard; beyond it sends are refused as {@code unavailable}
 * @param linger how long acknowledgements wait for others, if no message takes them along
 * @param pause how long messages that came during a call wait for others, once it is over
 * @param collect how long a device that comes back waits for others, before it is asked what waits for them all
 * @param callWithin how long one call may take before it is tried again
 * @param retryAfter the pause before the first new try, at most; it doubles up to {@code retryAtMost}
 * @param retryAtMost the longest pause between two tries
 * @param ownersFor after how long this node asks again who owns the shards, if nothing fails that shows a move
 * @param reads how many reads of conversations may be under way at once
 * @param readWithin how long one waits for its turn, until it is tried again later
 */
@ConfigurationProperties("parley.chat.store")
@Validated
record StoreSettings(
        @DefaultValue("512") @Min(1) int batchSize,
        @DefaultValue("1MB") DataSize batchBytes,
        @DefaultValue("8192") @Min(1) int queueSize,
        @DefaultValue("5ms") Duration linger,
        @DefaultValue("2ms") Duration pause,
        @DefaultValue("10ms") Duration collect,
        @DefaultValue("2s") Duration callWithin,
        @DefaultValue("50ms") Duration retryAfter,
        @DefaultValue("1s") Duration retryAtMost,
        @DefaultValue("5s") Duration ownersFor,
        @DefaultValue("48") @Min(1) int reads,
        @DefaultValue("10s") Duration readWithin) {}
