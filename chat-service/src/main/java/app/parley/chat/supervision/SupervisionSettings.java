package app.parley.chat.supervision;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are looked after that were not acknowledged in time.
 *
 * @param interval how often this node asks what there is to look after
 */
@ConfigurationProperties("parley.chat.supervision")
@Validated
record SupervisionSettings(@DefaultValue("1s") Duration interval) {}
