package app.parley.offlinestore.shard;

import app.parley.offlinestore.conversation.Retention;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The shards of the deployment, and this instance's part in them.
 *
 * @param shards how many there are. The deployment's first start fixes it; a later value is passed over, with a warning.
 *     Each has flushes of its own, and so many instances can share the work at most
 * @param instance this instance's name, the same after a restart, which waits for its former leases all the same
 * @param address this instance's internal base address, as the other services reach it
 * @param retention what becomes of a message that everybody has, where the conversation has no policy of its own
 * @param rememberedSends how many sends a conversation remembers, so that a late retry is recognised
 * @param deadline how long a send may wait to become durable before it is answered as unavailable
 * @param threads how many threads the shards share
 */
@Validated
@ConfigurationProperties("parley.offline-store")
public record ShardSettings(
        @DefaultValue("8") @Min(1) @Max(1024) int shards,
        @DefaultValue("offline-store-0") @NotBlank String instance,
        @DefaultValue("http://localhost:8094") URI address,
        @DefaultValue("wipe") Retention retention,
        @DefaultValue("256") @Min(1) int rememberedSends,
        @DefaultValue("4s") Duration deadline,
        @DefaultValue("2") @Min(1) int threads) {}
