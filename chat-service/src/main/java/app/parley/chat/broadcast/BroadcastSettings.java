package app.parley.chat.broadcast;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages go to broadcast lists.
 *
 * @param atOnce to how many recipients of a list a message is on its way at a time
 */
@ConfigurationProperties("parley.chat.broadcasts")
@Validated
public record BroadcastSettings(@DefaultValue("32") @Min(1) int atOnce) {}
