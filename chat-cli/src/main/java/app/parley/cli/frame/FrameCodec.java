package app.parley.cli.frame;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Frames as JSON. A WebSocket message is one frame, or an array of them. */
public final class FrameCodec {

    private static final TypeReference<List<ServerFrame>> SERVER_FRAMES = new TypeReference<>() {};
    private static final TypeReference<List<ClientFrame>> CLIENT_FRAMES = new TypeReference<>() {};

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private FrameCodec() {}

    /** Reads a WebSocket message. Throws {@link JacksonException} if it is not the protocol's. */
    public static List<ServerFrame> read(String message) {
        return JSON.readValue(message, SERVER_FRAMES);
    }

    /** Writes frames as one WebSocket message. */
    public static String write(List<? extends ClientFrame> frames) {
        return JSON.writerFor(CLIENT_FRAMES).writeValueAsString(frames);
    }
}
