package app.parley.chat.routing.redis;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How nodes hand deliveries to each other.
 *
 * @param batchSize how many go with one publication at most
 * @param queueSize how many may wait for one node; beyond it the oldest are dropped, and found again in the log
 */
@ConfigurationProperties("parley.chat.hand-over")
@Validated
record HandOverSettings(
        @DefaultValue("512") @Min(1) int batchSize,
        @DefaultValue("8192") @Min(1) int queueSize) {}
