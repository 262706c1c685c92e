package app.parley.gateway.client;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What stands in front of the gateway.
 *
 * @param trusted how many proxies a request comes through (a load balancer is one). Each adds to
 *     {@code X-Forwarded-For}, so that the client's address is the one so many places from the end, whatever the client
 *     itself wrote there. With 0 these headers are not believed at all
 */
@ConfigurationProperties("parley.gateway.proxies")
@Validated
record ProxySettings(@DefaultValue("0") @Min(0) @Max(10) int trusted) {}
