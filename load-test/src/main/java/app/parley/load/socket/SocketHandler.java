package app.parley.load.socket;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import org.jspecify.annotations.Nullable;

/** Hands what a connection receives to its listener. */
final class SocketHandler extends SimpleChannelInboundHandler<WebSocketFrame> {

    private final FrameReader reader;
    private final FrameListener listener;
    private @Nullable LoadSocket socket;
    private String reason = "the connection broke";
    private boolean told;

    SocketHandler(FrameReader reader, FrameListener listener) {
        this.reader = reader;
        this.listener = listener;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame) {
            ByteBuf content = frame.content();
            reader.read(ByteBufUtil.getBytes(content), socketOf(context), listener);
        } else if (frame instanceof CloseWebSocketFrame close) {
            reason = "closed with " + close.statusCode() + " " + close.reasonText();
        }
    }

    private LoadSocket socketOf(ChannelHandlerContext context) {
        LoadSocket current = socket;
        if (current == null) {
            current = new LoadSocket(context.channel());
            socket = current;
        }
        return current;
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        listener.readComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        lost(reason);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        lost(String.valueOf(cause.getMessage()));
        var _ = context.close();
    }

    /** Told once, whatever else goes wrong after it. */
    void lost(String why) {
        if (!told) {
            told = true;
            listener.lost(why);
        }
    }
}
