package app.parley.profile.news;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How chat-service is told whose privacy, blocks or contacts have changed.
 *
 * @param patience how long whoever changes them waits for that; after that it forgets by itself what it remembers, within
 *     half a minute
 */
@ConfigurationProperties("parley.profile.news")
@Validated
public record NewsSettings(
        @DefaultValue("1s") @DurationMin(millis = 10) @DurationMax(seconds = 30)
        Duration patience) {}
