package app.parley.gateway.socket;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.util.Map;
import reactor.netty.NettyPipeline;

/** Takes a client's connection out of the HTTP server's hands once chat-service has said yes to its WebSocket. */
final class ClientTakeover {

    private ClientTakeover() {}

    /** Sends the answer on as it is, and then takes everything off the connection that belongs to HTTP. */
    @SuppressWarnings("FutureReturnValueIgnored") // a failure ends the tunnel, see Pipe
    static void run(Channel client, Answer answer, Pipe pipe) {
        // the HTTP server reads on by itself after a request without a body; from here the pipe says when
        client.config().setAutoRead(false);
        ChannelPipeline pipeline = client.pipeline();
        for (Map.Entry<String, ChannelHandler> handler : pipeline.toMap().entrySet()) {
            if (!stays(handler.getKey(), handler.getValue())) {
                pipeline.remove(handler.getKey());
            }
        }
        pipeline.addLast(pipe);
        client.writeAndFlush(response(answer), client.voidPromise());
        pipeline.remove(HttpServerCodec.class);
        pipeline.addLast(new LateResponse());
    }

    private static boolean stays(String name, ChannelHandler handler) {
        return handler instanceof SslHandler
                || handler instanceof HttpServerCodec
                || name.equals(NettyPipeline.ChannelMetricsHandler);
    }

    private static FullHttpResponse response(Answer answer) {
        return new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                answer.status(),
                Unpooled.EMPTY_BUFFER,
                answer.headers(),
                EmptyHttpHeaders.INSTANCE);
    }

    /** The HTTP server ends the exchange by writing the end of a response: there is none any more. */
    private static final class LateResponse extends ChannelOutboundHandlerAdapter {

        @Override
        @SuppressWarnings("FutureReturnValueIgnored") // the promise is the caller's
        public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
            if (!(message instanceof HttpObject)) {
                ctx.write(message, promise);
                return;
            }
            ReferenceCountUtil.release(message);
            promise.trySuccess();
            ctx.pipeline().remove(this);
        }
    }
}
