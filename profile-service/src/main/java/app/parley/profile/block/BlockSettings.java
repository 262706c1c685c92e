package app.parley.profile.block;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Blocking.
 *
 * @param most how many people one may block
 */
@ConfigurationProperties("parley.profile.blocks")
@Validated
record BlockSettings(@DefaultValue("1000") @Min(1) int most) {}
