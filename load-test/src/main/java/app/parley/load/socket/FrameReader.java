package app.parley.load.socket;

import java.util.Objects;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the frames of a WebSocket message as a stream, without building anything. For one thread. */
final class FrameReader {

    private static final JsonFactory JSON = new JsonFactory();

    private String type = "";
    private String code = "";
    private boolean retryable;
    private long idLow;
    private long refLow;
    private long conversationHigh;
    private long conversationLow;
    private long seq;
    private long delivered;
    private long read;
    private int textLength;

    void read(byte[] message, LoadSocket socket, FrameListener listener) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), message)) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT) {
                readFrame(parser);
                tell(socket, listener);
                token = parser.nextToken();
            }
        }
    }

    private void readFrame(JsonParser parser) {
        type = "";
        idLow = 0;
        refLow = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = Objects.requireNonNull(parser.currentName());
            JsonToken value = parser.nextToken();
            switch (name) {
                case "type" -> type = parser.getString();
                case "id" -> idLow = low(parser);
                case "ref" -> refLow = low(parser);
                case "conversation" -> {
                    conversationLow = low(parser);
                    conversationHigh = Uuids.high(parser.getStringCharacters(), parser.getStringOffset());
                }
                case "seq" -> seq = parser.getLongValue();
                case "delivered" -> delivered = parser.getLongValue();
                case "read" -> read = parser.getLongValue();
                case "code" -> code = parser.getString();
                case "retryable" -> retryable = value == JsonToken.VALUE_TRUE;
                case "content" -> readContent(parser);
                default -> parser.skipChildren();
            }
        }
    }

    private void readContent(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = Objects.requireNonNull(parser.currentName());
            parser.nextToken();
            if (name.equals("text")) {
                textLength = parser.getStringLength();
            } else {
                parser.skipChildren();
            }
        }
    }

    /** A {@code ref} may be the type of a frame instead of an id. */
    private static long low(JsonParser parser) {
        return parser.getStringLength() == Uuids.LENGTH
                ? Uuids.low(parser.getStringCharacters(), parser.getStringOffset())
                : 0;
    }

    private void tell(LoadSocket socket, FrameListener listener) {
        switch (type) {
            case "accepted" -> listener.accepted(idLow, seq);
            case "message" -> listener.message(conversationHigh, conversationLow, seq, idLow, textLength);
            case "receipt" -> listener.receipt(delivered, read);
            case "welcome" -> listener.welcome(socket);
            case "synced" -> listener.synced();
            case "error" -> listener.error(code, retryable, refLow);
            default -> {}
        }
    }
}
