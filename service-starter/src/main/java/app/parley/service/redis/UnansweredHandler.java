package app.parley.service.redis;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection on which something was asked and nothing at all came back for a while. The kernel of a process
 * that stands still goes on acknowledging what it gets, so that TCP itself notices nothing.
 */
final class UnansweredHandler extends IdleStateHandler {

    private final long patience;
    private boolean asked;
    private long askedAt;

    UnansweredHandler(Duration patience) {
        super(patience.toMillis() / 3, 0, 0, TimeUnit.MILLISECONDS);
        this.patience = patience.toNanos();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (!asked) {
            asked = true;
            askedAt = System.nanoTime();
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        asked = false;
        super.channelRead(context, message);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (asked && System.nanoTime() - askedAt >= patience) {
            var _ = context.close();
        }
    }
}
