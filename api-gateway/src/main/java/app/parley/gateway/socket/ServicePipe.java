package app.parley.gateway.socket;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;

/** From chat-service to the client: it knows where a frame of the gateway may stand. */
final class ServicePipe extends Pipe {

    private final FrameBoundaries boundaries = new FrameBoundaries();

    ServicePipe(Tunnel tunnel, Channel client) {
        super(tunnel, client);
    }

    boolean betweenMessages() {
        return boundaries.betweenMessages();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf chunk = (ByteBuf) message;
        if (tunnel().saidBye()) {
            chunk.release();
            return;
        }
        int lastBoundary = boundaries.follow(chunk);
        if (tunnel().isEnding() && lastBoundary >= 0) {
            super.channelRead(ctx, chunk.writerIndex(chunk.readerIndex() + lastBoundary));
            tunnel().sayBye();
            return;
        }
        super.channelRead(ctx, chunk);
    }
}
