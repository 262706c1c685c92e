package app.parley.profile.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How chat-service is told what has changed in a group.
 *
 * @param patience how long whoever changes a group waits for its log to tell it; after that they hear that it is changed,
 *     and the log tells it later
 * @param interval how often this instance looks for changes that no log tells yet
 * @param retry how long after a change it is looked for, and announced again; each time in vain doubles that
 * @param longestRetry what that grows to at most
 */
@ConfigurationProperties("parley.profile.groups.announcing")
@Validated
public record AnnouncingSettings(
        @DefaultValue("3s") @DurationMin(millis = 100) @DurationMax(seconds = 30)
        Duration patience,

        @DefaultValue("1s") @DurationMin(millis = 50) Duration interval,
        @DefaultValue("2s") @DurationMin(millis = 50) Duration retry,
        @DefaultValue("5m") @DurationMin(millis = 50) Duration longestRetry) {}
