package app.parley.gateway.health;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the parts are asked.
 *
 * @param timeout how long a part may take to answer; after that it counts as down
 * @param cache how long an answer is given again, so that asking often costs the parts nothing
 */
@ConfigurationProperties("parley.gateway.health")
@Validated
public record HealthSettings(
        @NotNull @DefaultValue("2s") Duration timeout,
        @NotNull @DefaultValue("1s") Duration cache) {}
