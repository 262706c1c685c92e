package app.parley.load.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** An open connection. To be used on its event loop. Nothing leaves before {@link #flush}. */
public final class LoadSocket {

    private final Channel channel;

    LoadSocket(Channel channel) {
        this.channel = channel;
    }

    public EventLoop eventLoop() {
        return channel.eventLoop();
    }

    /** Sends a message. A retry has the same {@code millis} and number. */
    public void send(SendTemplate template, long millis, int number) {
        write(template.frame(MessageIds.high(millis), number));
    }

    /** Acknowledges a conversation up to here. */
    public void acknowledge(long conversationHigh, long conversationLow, long seq) {
        String frame = "{\"type\":\"ack\",\"conversation\":\"" + new UUID(conversationHigh, conversationLow)
                + "\",\"seq\":" + seq + "}";
        write(frame.getBytes(StandardCharsets.US_ASCII));
    }

    public void flush() {
        channel.flush();
    }

    public void close() {
        var _ = channel.close();
    }

    private void write(byte[] frame) {
        ByteBuf bytes = Unpooled.wrappedBuffer(frame);
        var _ = channel.write(new TextWebSocketFrame(bytes), channel.voidPromise());
    }
}
