package app.parley.chat.session;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are delivered to a connected device.
 *
 * @param window how many messages are sent ahead of the device's acknowledgements
 * @param page how many messages one read of the log brings at most
 * @param conversations how many conversations a session remembers its place in; beyond it, those without news are
 *     forgotten and asked for again
 * @param retryAfter the pause after a failed read of the log; it doubles with each further one up to {@code retryAtMost}
 * @param retryAtMost see {@code retryAfter}
 * @param recheckFirst when a new session asks again what waits for it, for what was routed past it while it connected
 * @param recheckEvery how often it does so later, for what got lost between the nodes
 */
@ConfigurationProperties("parley.chat.session")
@Validated
public record SessionSettings(
        @DefaultValue("256") @Min(1) int window,
        @DefaultValue("64") @Min(1) @Max(500) int page,
        @DefaultValue("1024") @Min(16) int conversations,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("10s") Duration retryAtMost,
        @DefaultValue("3s") Duration recheckFirst,
        @DefaultValue("60s") Duration recheckEvery) {}
