package app.parley.chat.watching;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the presence of others is watched.
 *
 * @param users how many users one device may watch
 * @param collect how long changes are collected before one question is asked about all of them
 * @param settle how long somebody has to stay away before it is told, so that a line that is lost and found all the time does not
 *     flood who watches; and after how long it is asked again what could not be found out
 */
@ConfigurationProperties("parley.chat.watch")
@Validated
public record WatchSettings(
        @DefaultValue("256") @Min(1) int users,
        @DefaultValue("50ms") Duration collect,

        @DefaultValue("3s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
        Duration settle) {}
