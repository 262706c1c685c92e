package app.parley.chat.session.presence;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How devices that come and go are announced.
 *
 * @param batchSize how many one call announces at most
 * @param collect how long they are collected before the call
 * @param retryAfter the pause after a call that failed
 * @param queueSize how many devices may wait for their turn; more are told when to come back, and keep their place
 * @param waitAtMost how long one waits for its turn, before it is told the same
 */
@ConfigurationProperties("parley.chat.admissions")
@Validated
record AdmissionSettings(
        @DefaultValue("500") @Min(1) @Max(1000) int batchSize,
        @DefaultValue("3ms") Duration collect,
        @DefaultValue("1s") Duration retryAfter,
        @DefaultValue("4000") @Min(1) int queueSize,
        @DefaultValue("8s") Duration waitAtMost) {}
