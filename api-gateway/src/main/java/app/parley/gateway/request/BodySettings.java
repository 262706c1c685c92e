package app.parley.gateway.request;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a request may be.
 *
 * @param limit the largest body that is passed on
 */
@ConfigurationProperties("parley.gateway.body")
@Validated
record BodySettings(@NotNull @DefaultValue("256KB") DataSize limit) {}
