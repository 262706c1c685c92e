package app.parley.gateway.request;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a request may be and how long it may take.
 *
 * @param limit the largest body that is passed on
 * @param timeout how long a client may take to send the whole of it; shorter than the time that a service may take to
 *     answer, so that a slow client is not taken for a slow service
 */
@ConfigurationProperties("parley.gateway.body")
@Validated
record BodySettings(
        @NotNull @DefaultValue("256KB") DataSize limit,
        @NotNull @DefaultValue("8s") Duration timeout) {}
