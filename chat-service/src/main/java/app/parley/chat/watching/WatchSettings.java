package app.parley.chat.watching;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the presence of others is watched.
 *
 * @param users how many users one device may watch
 * @param collect how long changes are collected before one question is asked about all of them
 */
@ConfigurationProperties("parley.chat.watch")
@Validated
public record WatchSettings(
        @DefaultValue("256") @Min(1) int users,
        @DefaultValue("50ms") Duration collect) {}
