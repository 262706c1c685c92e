package app.parley.offlinestore.shard;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What becomes of the journal's segments. A message that every device has is gone, at the latest, after the age of a
 * segment, the grace, the interval, and the time that progress waits in the journal.
 *
 * @param interval how often a shard looks for what is to be settled or wiped
 * @param grace how long a closed segment waits for acknowledgements, which spare its messages the way to the message log
 * @param concurrency how many conversations are settled at a time
 * @param idleAfter a conversation in which nothing happens for so long leaves memory
 * @param maxConversations so many conversations stay in memory in each shard; beyond it, the idlest leave
 * @param wipeAfter under wipe, a message that some device never gets goes after so long. As long, a device keeps its
 *     place that presence-service may merely have forgotten because Redis lost its data
 * @param archiveFor under archive, a message goes after so long; for ever if not set
 */
@Validated
@ConfigurationProperties("parley.offline-store.settlement")
public record SettlementSettings(
        @DefaultValue("3s") Duration interval,
        @DefaultValue("10s") Duration grace,
        @DefaultValue("16") @Min(1) int concurrency,
        @DefaultValue("10m") Duration idleAfter,
        @DefaultValue("20000") @Min(1) int maxConversations,
        @DefaultValue("30d") Duration wipeAfter,
        @Nullable Duration archiveFor) {}
