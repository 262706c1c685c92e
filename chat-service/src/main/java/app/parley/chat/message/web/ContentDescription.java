package app.parley.chat.message.web;

import app.parley.chat.protocol.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Configuration;

/** Describes {@link Content} as the object that it is on the wire: it is kept as text, and would pass for a string. */
@Configuration(proxyBeanMethods = false)
class ContentDescription {

    static {
        SpringDocUtils.getConfig().replaceWithClass(Content.class, ContentObject.class);
    }

    @Schema(
            name = "Content",
            description =
                    "What a message says: of the type `text`, or of a type of the clients' own, which passes as it is",
            example = "{\"type\": \"text\", \"text\": \"Hello, Bob\"}",
            additionalProperties = AdditionalPropertiesValue.TRUE)
    record ContentObject(
            @Schema(requiredMode = RequiredMode.REQUIRED) String type,

            @Schema(description = "Of the type `text`: 1 to 10,000 Unicode code points")
            String text) {}
}
