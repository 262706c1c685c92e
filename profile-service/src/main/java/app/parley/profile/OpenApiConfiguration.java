package app.parley.profile;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the API document says about the whole of the service. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    /** The extension of a schema none of whose fields has to be said. */
    private static final String PARTIAL = "x-partial";

    private static final String TOKEN = "accessToken";
    private static final String PROBLEM = "Problem";

    @Bean
    OpenAPI profileOpenApi() {
        return new OpenAPI()
                .info(new Info().title("Parley profiles").version("v1").description("""
                                Accounts, profiles, contacts, blocks, privacy, conversations, groups, and what people keep for themselves. Errors are problem details (RFC 9457) with a stable \
                                `code`; beside those named at each operation: 401 `unauthenticated`, `token_expired`, \
                                `token_invalid`; 400 `malformed_json`; 503 `unavailable`, which may be retried."""))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .bearerFormat("JWT")));
    }

    /** Whatever is not a success is a problem; and no body leaves a field out, unless it or its schema says so. */
    @Bean
    OpenApiCustomizer problemsAndRequiredFields() {
        return document -> {
            document.getComponents().addSchemas(PROBLEM, problem());
            document.getComponents().getSchemas().forEach((name, schema) -> requireAll(schema));
            document.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .map(Operation::getResponses)
                    .flatMap(responses -> responses.entrySet().stream())
                    .filter(response -> !response.getKey().startsWith("2"))
                    .forEach(response -> answerProblem(response.getValue()));
        };
    }

    private static void answerProblem(ApiResponse response) {
        response.setContent(new Content()
                .addMediaType(
                        org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                        new MediaType().schema(new Schema<>().$ref(PROBLEM))));
    }

    private static void requireAll(Schema<?> schema) {
        if (schema.getAllOf() != null) {
            schema.getAllOf().forEach(OpenApiConfiguration::requireAll);
        }
        boolean partial =
                schema.getExtensions() != null && schema.getExtensions().containsKey(PARTIAL);
        if (!partial && schema.getRequired() == null && schema.getProperties() != null) {
            schema.setRequired(List.copyOf(schema.getProperties().keySet()));
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("Problem details (RFC 9457)")
                .addProperty("status", new IntegerSchema())
                .addProperty("title", new StringSchema())
                .addProperty("detail", new StringSchema().description("What went wrong, for people"))
                .addProperty("code", new StringSchema().description("What went wrong, for programs"))
                .addProperty("retryable", new BooleanSchema().description("Whether trying again later may help"))
                .addProperty("errors", new ArraySchema().items(fieldError()).description("With `invalid_field` only"))
                .addProperty(
                        "users",
                        new ArraySchema()
                                .items(new UUIDSchema())
                                .description("With `unknown_user` where several were named, and `forbids_being_added`"))
                .required(List.of("status", "title", "detail", "code", "retryable"));
    }

    private static Schema<?> fieldError() {
        return new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("reason", new StringSchema())
                .required(List.of("field", "reason"));
    }
}
