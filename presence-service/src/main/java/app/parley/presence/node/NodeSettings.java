package app.parley.presence.node;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How chat nodes are watched.
 *
 * @param lease how long a node is believed to be there after its last word; whole seconds. The devices of a node that
 *     died are online for no longer than this
 * @param watchInterval how often this instance looks for leases that ran out
 * @param burial how long an instance has for the devices of one dead node before another instance takes over
 */
@ConfigurationProperties("parley.presence.nodes")
@Validated
public record NodeSettings(
        @DefaultValue("15s") @DurationMin(seconds = 1) @DurationMax(minutes = 5)
        Duration lease,

        @DefaultValue("1s") @DurationMin(millis = 50) Duration watchInterval,
        @DefaultValue("10s") @DurationMin(millis = 100) Duration burial) {}
