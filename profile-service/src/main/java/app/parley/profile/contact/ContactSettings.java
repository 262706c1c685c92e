package app.parley.profile.contact;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Address books.
 *
 * @param most how many people one book may have
 */
@ConfigurationProperties("parley.profile.contacts")
@Validated
record ContactSettings(@DefaultValue("10000") @Min(1) int most) {}
