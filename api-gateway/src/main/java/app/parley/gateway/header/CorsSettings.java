package app.parley.gateway.header;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which web pages may call Parley.
 *
 * @param allowedOrigins such as {@code https://chat.example.org}; without any, only pages that the gateway itself serves
 */
@ConfigurationProperties("parley.gateway.cors")
@Validated
record CorsSettings(@DefaultValue List<String> allowedOrigins) {}
