package app.parley.chat.socket;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What a client may do with its socket, and what it costs at most.
 *
 * @param authWithin how long a client may take to show its token
 * @param heartbeat how long a client may be silent before it is pinged; after three times it, it is given up
 * @param frameBytes the largest WebSocket message that is taken
 * @param outboundBytes how much may wait to be written to a client before its messages stay in the log, its receipts
 *     are merged, and what can be missed is dropped
 * @param notReadingFor how long nothing may be written at all, while something waits, before the client is given up
 * @param framesPerSecond how many frames a client may say in the long run
 * @param frameBurst how many it may say at once
 * @param refusedFrames how many frames beyond that are answered with an error, before the connection is closed
 * @param pulls how many pulls may be without an answer
 * @param broadcasts how many sends to broadcast lists may be without an answer
 */
@ConfigurationProperties("parley.chat.socket")
@Validated
record SocketSettings(
        @DefaultValue("10s") Duration authWithin,
        @DefaultValue("25s") Duration heartbeat,
        @DefaultValue("128KB") DataSize frameBytes,
        @DefaultValue("256KB") DataSize outboundBytes,
        @DefaultValue("30s") Duration notReadingFor,
        @DefaultValue("2000") @Min(1) @Max(1_000_000) int framesPerSecond,
        @DefaultValue("4000") @Min(1) @Max(1_000_000) int frameBurst,
        @DefaultValue("20000") @Min(0) int refusedFrames,
        @DefaultValue("8") @Min(1) int pulls,
        @DefaultValue("8") @Min(1) int broadcasts) {}
