package app.parley.profile;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API document says about the whole of the service. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "accessToken";

    @Bean
    OpenAPI profileOpenApi() {
        return new OpenAPI()
                .info(new Info().title("Parley profiles").version("v1").description("""
                                Accounts, profiles and conversations. Errors are problem details (RFC 9457) with a stable \
                                `code`, and `retryable` where trying again helps; beside those named at each operation: \
                                401 `unauthenticated`, `token_expired`, `token_invalid`; 400 `malformed_json`; \
                                503 `unavailable` (retryable)."""))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }
}
