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
 * @param reconnectsPerSecond how many clients should come back to the other nodes a second: over so long their
 *     reconnects are spread
 * @param farewell how long a connection stays open after its {@code bye}, for the answers to what was under way
 * @param soonest when the first may come back
 * @param latest when the last must be told to come back, however many there are
 * @param settleWithin how long the last sends and acknowledgements may take
 */
@ConfigurationProperties("parley.chat.drain")
@Validated
record DrainSettings(
        @DefaultValue("1000") @Min(1) int closesPerSecond,
        @DefaultValue("1000") @Min(1) int reconnectsPerSecond,
        @DefaultValue("500ms") Duration farewell,
        @DefaultValue("500ms") Duration soonest,
        @DefaultValue("30s") Duration latest,
        @DefaultValue("5s") Duration settleWithin) {}
