package app.parley.gateway.socket;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Moves what one side sends to the other, and reads on only when the other side has taken it: what waits in the gateway
 * is bounded by the buffer of one side. Both sides live on one event loop.
 */
class Pipe extends ChannelInboundHandlerAdapter {

    private final Tunnel tunnel;
    private final Channel to;

    Pipe(Tunnel tunnel, Channel to) {
        this.tunnel = tunnel;
        this.to = to;
    }

    final Tunnel tunnel() {
        return tunnel;
    }

    /** A failed write comes back as the other side's {@link #exceptionCaught}: no future is needed. */
    @Override
    @SuppressWarnings("FutureReturnValueIgnored")
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        to.write(message, to.voidPromise());
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        to.flush();
        if (to.isWritable()) {
            ctx.read();
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        if (ctx.channel().isWritable()) {
            to.read();
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        tunnel.ended(ctx.channel());
    }

    /** A broken connection ends like any other. */
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable error) {
        tunnel.broken(ctx.channel(), error);
    }
}
