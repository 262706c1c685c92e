package app.parley.profile.personal.chat;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How chat-service is told what people have changed for themselves.
 *
 * @param patience how long an answer is waited for, by nobody who changes something
 */
@ConfigurationProperties("parley.profile.personal.news")
@Validated
record NewsSettings(
        @DefaultValue("2s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration patience) {}
