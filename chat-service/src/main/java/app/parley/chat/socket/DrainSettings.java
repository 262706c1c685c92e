package app.parley.chat.socket;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How clients are moved away by a planned stop.
 *
 * @param closesPerSecond how many connections are closed a second
 * @param farewell how long a connection stays open after its {@code bye}, for the answers to what was under way
 * @param settleWithin how long the last sends and acknowledgements may take
 */
@ConfigurationProperties("parley.chat.drain")
@Validated
record DrainSettings(
        @DefaultValue("1000") @Min(1) int closesPerSecond,
        @DefaultValue("500ms") Duration farewell,
        @DefaultValue("5s") Duration settleWithin) {}
