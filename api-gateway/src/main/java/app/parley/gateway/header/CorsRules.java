package app.parley.gateway.header;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

/**
 * Answers pages of other origins. Without allowed origins there is nothing to answer, and browsers keep such pages out
 * by themselves. There are no cookies here, so none are allowed.
 */
@Configuration(proxyBeanMethods = false)
class CorsRules {

    /** Before the token check: a preflight request carries no token. */
    private static final int BEFORE_SECURITY = -200;

    @Bean
    @Order(BEFORE_SECURITY)
    CorsWebFilter corsFilter(CorsSettings settings) {
        if (settings.allowedOrigins().isEmpty()) {
            return new CorsWebFilter(exchange -> null);
        }
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(settings.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept", "If-Match", "If-None-Match"));
        rules.setExposedHeaders(List.of("Retry-After", "Location", "ETag"));
        rules.setMaxAge(Duration.ofHours(1));
        return new CorsWebFilter(exchange -> rules);
    }
}
