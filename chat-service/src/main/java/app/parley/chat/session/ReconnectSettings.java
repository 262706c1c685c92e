package app.parley.chat.session;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When clients whose connection ends by our doing are told to come back.
 *
 * @param perSecond how many should come back a second: over so long they are spread
 * @param soonest when the first may come back
 * @param latest when the last must be told to come back, however many there are
 */
@ConfigurationProperties("parley.chat.reconnects")
@Validated
record ReconnectSettings(
        @DefaultValue("1000") @Min(1) int perSecond,
        @DefaultValue("500ms") Duration soonest,
        @DefaultValue("30s") Duration latest) {}
