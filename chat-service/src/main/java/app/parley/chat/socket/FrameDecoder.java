package app.parley.chat.socket;

import app.parley.chat.protocol.ClientFrame;
import app.parley.chat.protocol.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Frames as clients write them: one object, or an array of them. A wrong frame spoils no other of its array. Fields
 * that are not known are passed over, so that a newer client may talk to an older server.
 */
@Component
class FrameDecoder {

    private final ObjectReader trees;
    private final ObjectReader frames;

    FrameDecoder() {
        JsonMapper json = JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        this.trees = json.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        this.frames = json.readerFor(ClientFrame.class);
    }

    List<Decoded> decode(byte[] message) {
        try {
            return decodeFaultless(message);
        } catch (JacksonException | NumberFormatException faulty) {
            return decodeOneByOne(message);
        }
    }

    /** The common case, without a tree in between. */
    private List<Decoded> decodeFaultless(byte[] message) {
        try (JsonParser parser = frames.createParser(message)) {
            List<Decoded> decoded = new ArrayList<>();
            if (parser.nextToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    decoded.add(checked(frames.readValue(parser)));
                }
            } else {
                decoded.add(checked(frames.readValue(parser)));
            }
            if (parser.nextToken() != null) {
                return List.of(malformed());
            }
            return decoded;
        }
    }

    private List<Decoded> decodeOneByOne(byte[] message) {
        JsonNode tree;
        try {
            tree = trees.readTree(message);
        } catch (JacksonException | NumberFormatException malformed) {
            // Jackson lets an exponent beyond 32 bits through as the JDK's own exception
            return List.of(malformed());
        }
        if (tree.isObject()) {
            return List.of(decode(tree));
        }
        if (!tree.isArray()) {
            return List.of(malformed());
        }
        List<Decoded> decoded = new ArrayList<>(tree.size());
        tree.forEach(element -> decoded.add(element.isObject() ? decode(element) : malformed()));
        return decoded;
    }

    private Decoded decode(JsonNode object) {
        String ref = ref(object);
        if (!object.path("type").isString()) {
            return new Decoded.Fault(ErrorCode.INVALID_FIELD, "type must be a string", ref);
        }
        try {
            return checked(frames.readValue(object));
        } catch (InvalidTypeIdException unknown) {
            return new Decoded.Fault(
                    ErrorCode.UNKNOWN_FRAME, "there is no frame '" + shortened(unknown.getTypeId()) + "'", ref);
        } catch (JacksonException wrong) {
            return new Decoded.Fault(ErrorCode.INVALID_FIELD, reason(wrong, object), ref);
        }
    }

    private static Decoded.Fault malformed() {
        return new Decoded.Fault(ErrorCode.MALFORMED_JSON, "expected a JSON object, or an array of JSON objects", null);
    }

    private static Decoded checked(@Nullable ClientFrame frame) {
        if (frame == null) {
            return malformed();
        }
        String fault = FrameRules.fault(frame);
        return fault == null
                ? new Decoded.Frame(frame)
                : new Decoded.Fault(ErrorCode.INVALID_FIELD, fault, FrameRules.ref(frame));
    }

    private static @Nullable String ref(JsonNode object) {
        for (String field : List.of("id", "type")) {
            if (object.path(field).isString()) {
                return shortened(object.path(field).stringValue());
            }
        }
        return null;
    }

    private static String reason(JacksonException wrong, JsonNode object) {
        String message = wrong.getOriginalMessage();
        if (message.startsWith("content")) {
            return message;
        }
        if (wrong.getPath().isEmpty()) {
            return "a field has a wrong value";
        }
        JsonNode value = object;
        StringJoiner path = new StringJoiner(".");
        for (JacksonException.Reference step : wrong.getPath()) {
            String name = step.getPropertyName();
            value = name == null ? value.path(step.getIndex()) : value.path(name);
            path.add(name == null ? "[" + step.getIndex() + "]" : name);
        }
        return path + (value.isMissingNode() ? " is missing" : " has a wrong value");
    }

    /** What a client made up is not given back at any length. */
    private static String shortened(@Nullable String text) {
        return text == null ? "" : text.substring(0, Math.min(text.length(), 64));
    }
}
