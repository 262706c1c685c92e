package app.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a message says: a JSON object with a {@code type}, kept as text. Only {@code {"type": "text", "text": …}} is
 * looked into; another type passes unharmed, so that a newer client may use it.
 *
 * @param json the object, as it is sent on
 */
@JsonDeserialize(using = Content.Deserializer.class)
public record Content(@JsonRawValue @JsonValue String json) {

    /** Without the text, so that no log can hold it. */
    @Override
    public String toString() {
        return "Content[" + json.length() + " characters]";
    }

    static final class Deserializer extends ValueDeserializer<Content> {
        @Override
        public Content deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            return new Content(node.toString());
        }
    }
}
