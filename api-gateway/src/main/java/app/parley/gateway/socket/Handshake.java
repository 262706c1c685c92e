package app.parley.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import java.io.IOException;
import reactor.core.publisher.MonoSink;

/** Sends one upgrade request over a new connection and hands on the answer. */
final class Handshake extends SimpleChannelInboundHandler<FullHttpResponse> {

    /** The answer is empty, or a problem. */
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final FullHttpRequest request;
    private final MonoSink<Answer> answer;

    private Handshake(FullHttpRequest request, MonoSink<Answer> answer) {
        this.request = request;
        this.answer = answer;
    }

    static ChannelInitializer<Channel> initializer(FullHttpRequest request, MonoSink<Answer> answer) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline()
                        .addLast(new HttpClientCodec())
                        .addLast(new HttpObjectAggregator(LARGEST_ANSWER))
                        .addLast(new Handshake(request, answer));
            }
        };
    }

    /**
     * Takes HTTP off a connection that is a WebSocket now. What came with the answer goes on to the pipe, so this must
     * happen while the answer is being handled.
     */
    static void replaceBy(Pipe pipe, Channel service) {
        service.pipeline().addLast(pipe);
        service.pipeline().remove(Handshake.class);
        service.pipeline().remove(HttpObjectAggregator.class);
        service.pipeline().remove(HttpClientCodec.class);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // a failure ends the connection, and so the handshake
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(request, ctx.voidPromise());
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, FullHttpResponse response) {
        ctx.channel().config().setAutoRead(false);
        answer.success(Answer.of(ctx.channel(), response));
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        answer.error(new IOException("chat-service closed the connection before it answered"));
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable error) {
        answer.error(error);
        ctx.close();
    }
}
