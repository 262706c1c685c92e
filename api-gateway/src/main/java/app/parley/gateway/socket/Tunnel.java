package app.parley.gateway.socket;

import app.parley.chat.protocol.CloseCode;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A client's connection and the one to chat-service behind it. Everything happens on their common event loop. */
final class Tunnel {

    private static final Logger log = LoggerFactory.getLogger(Tunnel.class);

    /** Who ended it. */
    enum End {
        CLIENT,
        SERVICE,
        GATEWAY
    }

    private final Channel client;
    private final Channel service;
    private final OpenSockets sockets;
    private final ServicePipe fromService;
    private boolean closed;
    private boolean ending;
    private boolean saidBye;
    private Duration reconnectAfter = Duration.ZERO;

    Tunnel(Channel client, Channel service, OpenSockets sockets) {
        this.client = client;
        this.service = service;
        this.sockets = sockets;
        this.fromService = new ServicePipe(this, client);
    }

    Pipe fromClient() {
        return new Pipe(this, service);
    }

    Pipe fromService() {
        return fromService;
    }

    /** The gateway stops: the client hears it between two messages, or is cut off when the time is over. */
    void end(Duration comeBack) {
        client.eventLoop().execute(() -> {
            if (closed || ending) {
                return;
            }
            ending = true;
            reconnectAfter = comeBack;
            if (fromService.betweenMessages()) {
                sayBye();
            }
            closeInTheEnd(client);
        });
    }

    boolean isEnding() {
        return ending;
    }

    boolean saidBye() {
        return saidBye;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a failure ends the tunnel, see Pipe
    void sayBye() {
        saidBye = true;
        client.writeAndFlush(
                GatewayFrames.bye("The gateway stops.", reconnectAfter, CloseCode.GOING_AWAY), client.voidPromise());
    }

    /** One side is gone: the other gets the rest of what was sent to it, and then ends, too. */
    @SuppressWarnings("FutureReturnValueIgnored") // the listener closes, whatever came of the write
    void ended(Channel side) {
        if (closed) {
            return;
        }
        closed = true;
        sockets.closed(this, endedBy(side));
        Channel other = side.equals(client) ? service : client;
        other.writeAndFlush(lastWords(side)).addListener(ChannelFutureListener.CLOSE);
        closeInTheEnd(other);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    void broken(Channel side, Throwable error) {
        log.debug("A socket broke: {}", error.toString());
        side.close();
    }

    /** A chat-service that goes without a close frame has died, and all its clients come back together. */
    private ByteBuf lastWords(Channel gone) {
        boolean cutOff = gone.equals(service) && fromService.betweenMessages() && !saidBye;
        return cutOff
                ? GatewayFrames.bye("The server broke off.", sockets.comeBackAfterLoss(), CloseCode.UNAVAILABLE)
                : Unpooled.EMPTY_BUFFER;
    }

    private End endedBy(Channel gone) {
        if (ending) {
            return End.GATEWAY;
        }
        return gone.equals(client) ? End.CLIENT : End.SERVICE;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    private void closeInTheEnd(Channel side) {
        Future<?> end =
                side.eventLoop().schedule(() -> side.close(), sockets.linger().toMillis(), TimeUnit.MILLISECONDS);
        side.closeFuture().addListener(done -> end.cancel(false));
    }
}
