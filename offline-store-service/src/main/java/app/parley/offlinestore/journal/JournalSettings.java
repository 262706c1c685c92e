package app.parley.offlinestore.journal;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How a shard writes its journal.
 *
 * @param flushSize about how much one flush carries at the most; well below Cassandra's limit for a mutation, which is
 *     half a commit log segment
 * @param linger how long the next flush waits for company while the shard is busy; a lone message never waits
 * @param lingerFrom a shard is busy when its last flush carried so many events
 * @param progressDelay how long acknowledgements wait for a message to go along with
 * @param segmentAge how long a segment is written
 * @param segmentSize how large a segment becomes
 * @param queueLength how many events may wait for their flush; beyond it, sends are refused as unavailable
 * @param queueSize how much text may wait for its flush
 * @param retryDelay how long a flush that failed waits
 */
@Validated
@ConfigurationProperties("parley.offline-store.journal")
public record JournalSettings(
        @DefaultValue("256KB") DataSize flushSize,
        @DefaultValue("3ms") Duration linger,
        @DefaultValue("16") @Min(1) int lingerFrom,
        @DefaultValue("5s") Duration progressDelay,
        @DefaultValue("20s") Duration segmentAge,
        @DefaultValue("16MB") DataSize segmentSize,
        @DefaultValue("20000") @Min(1) int queueLength,
        @DefaultValue("16MB") DataSize queueSize,
        @DefaultValue("200ms") Duration retryDelay) {}
