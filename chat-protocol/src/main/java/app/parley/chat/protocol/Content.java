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
 */
@JsonDeserialize(using = Content.Deserializer.class)
public final class Content {

    /** Of what the server itself says in a group's log; no client may say it. */
    private static final String SERVERS = "group";

    private final String json;
    private final int textCharacters;
    private final boolean servers;

    private Content(String json, int textCharacters, boolean servers) {
        this.json = json;
        this.textCharacters = textCharacters;
        this.servers = servers;
    }

    /** Content that was checked before, as it comes from the log. */
    public static Content ofChecked(String json) {
        return new Content(json, 0, false);
    }

    /** The object, as it is sent on. */
    @JsonValue
    @JsonRawValue
    public String json() {
        return json;
    }

    /** How long the text is, in code points, if a client said it just now and it is one; 0 otherwise. */
    public int textCharacters() {
        return textCharacters;
    }

    /** Whether it is of the type that only the server may say. */
    public boolean isServers() {
        return servers;
    }

    /** Without the text, so that no log can hold it. */
    @Override
    public String toString() {
        return "Content[" + json.length() + " characters]";
    }

    static final class Deserializer extends ValueDeserializer<Content> {

        @Override
        public Content deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            JsonNode type = node.path("type");
            if (!node.isObject() || !type.isString()) {
                return refuse(context, "content must be an object with a string 'type'");
            }
            String json = node.toString();
            if (hasLoneSurrogate(json)) {
                return refuse(context, "content holds half of a surrogate pair");
            }
            return switch (type.stringValue()) {
                case "text" -> new Content(json, textCharacters(node, context), false);
                case SERVERS -> new Content(json, 0, true);
                default -> new Content(json, 0, false);
            };
        }

        private static int textCharacters(JsonNode node, DeserializationContext context) {
            JsonNode text = node.path("text");
            if (!text.isString() || text.stringValue().isEmpty()) {
                refuse(context, "content.text must be a string of at least one character");
            }
            String value = text.stringValue();
            return value.codePointCount(0, value.length());
        }

        private static Content refuse(DeserializationContext context, String reason) {
            return context.reportInputMismatch(Content.class, "%s", reason);
        }

        /** Such text cannot be encoded as UTF-8, nor shown. */
        private static boolean hasLoneSurrogate(String text) {
            for (int i = 0; i < text.length(); i++) {
                char unit = text.charAt(i);
                if (Character.isHighSurrogate(unit)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else if (Character.isSurrogate(unit)) {
                    return true;
                }
            }
            return false;
        }
    }
}
