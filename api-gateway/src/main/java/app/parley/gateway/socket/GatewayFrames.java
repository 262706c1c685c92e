package app.parley.gateway.socket;

import app.parley.chat.protocol.CloseCode;
import app.parley.chat.protocol.ServerFrame;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** The few frames that the gateway writes by itself: short, whole and not masked. */
final class GatewayFrames {

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_CLOSE = 0x88;
    private static final int SHORT = 125;

    private static final JsonMapper json = JsonMapper.shared();

    private GatewayFrames() {}

    /** A {@code bye} of the protocol and the close frame that follows it. */
    static ByteBuf bye(String reason, Duration reconnectAfter, CloseCode code) {
        String text = json.writerFor(ServerFrame.class)
                .writeValueAsString(new ServerFrame.Bye(reason, reconnectAfter.toMillis()));
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > SHORT) {
            throw new IllegalStateException("a bye of " + bytes.length + " bytes, at most " + SHORT + " fit");
        }
        ByteBuf frames = Unpooled.buffer(2 + bytes.length + 4);
        frames.writeByte(FINAL_TEXT).writeByte(bytes.length).writeBytes(bytes);
        return frames.writeByte(FINAL_CLOSE).writeByte(Short.BYTES).writeShort(code.code());
    }
}
