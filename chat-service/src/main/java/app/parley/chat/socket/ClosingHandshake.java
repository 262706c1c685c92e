package app.parley.chat.socket;

import app.parley.chat.protocol.CloseCode;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameDecoder;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import reactor.netty.NettyPipeline;

/**
 * How the server ends a connection (RFC 6455, section 7.1): its close frame is its last word, and then it listens for
 * the client's, passing over everything else. A connection that is closed with bytes unread is reset, and the
 * reset may overtake the close frame on its way: a client that still sends never hears why.
 */
final class ClosingHandshake extends ChannelInboundHandlerAdapter {

    /** A client that does not answer is cut off. */
    private static final long GRACE_MILLIS = 2_000;

    private ClosingHandshake() {}

    /** Lets a violation of the WebSocket be reported only; the decoder would close by itself, at once. */
    static void prepare(Channel channel, int maxFramePayload) {
        channel.pipeline()
                .replace(
                        WebSocketFrameDecoder.class,
                        "parley.decoder",
                        new WebSocket13FrameDecoder(WebSocketDecoderConfig.newBuilder()
                                .maxFramePayloadLength(maxFramePayload)
                                .closeOnProtocolViolation(false)
                                .build()));
    }

    /** In the channel's thread. */
    static void begin(Channel channel, CloseCode code, String reason) {
        channel.pipeline().addBefore(NettyPipeline.ReactiveBridge, null, new ClosingHandshake());
        channel.config().setAutoRead(true);
        var _ = channel.writeAndFlush(new CloseWebSocketFrame(code.code(), reason));
        var end = channel.eventLoop().schedule(() -> cutOff(channel), GRACE_MILLIS, TimeUnit.MILLISECONDS);
        var _ = channel.closeFuture().addListener(_ -> end.cancel(false));
    }

    private static void cutOff(Channel channel) {
        var _ = channel.close();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (message instanceof CloseWebSocketFrame) {
            cutOff(ctx.channel());
        }
        ReferenceCountUtil.release(message);
    }

    /** What the client still sends wrongly has been answered by the close frame. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (!ctx.channel().isActive()) {
            ctx.fireExceptionCaught(failure);
        }
    }
}
