package app.parley.profile.personal;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What people keep for themselves.
 *
 * @param mostPinned how many conversations one may pin
 */
@ConfigurationProperties("parley.profile.personal")
@Validated
record PersonalSettings(@DefaultValue("10") @Min(1) int mostPinned) {}
