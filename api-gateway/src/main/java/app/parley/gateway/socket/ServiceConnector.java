package app.parley.gateway.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.resolver.AddressResolverGroup;
import java.net.URI;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.http.HttpResources;
import reactor.netty.transport.NameResolverProvider;

/** Connects to chat-service, once for each client, on the client's own event loop: bytes then change no thread. */
@Component
class ServiceConnector implements DisposableBean {

    private static final int HTTP_PORT = 80;

    private final SocketSettings settings;
    private final OpenSockets sockets;
    private final AddressResolverGroup<?> resolver =
            NameResolverProvider.builder().build().newNameResolverGroup(HttpResources.get(), true);

    ServiceConnector(SocketSettings settings, OpenSockets sockets) {
        this.settings = settings;
        this.sockets = sockets;
    }

    /** Connects and repeats the client's upgrade request. The place that was taken is given back when it closes. */
    Mono<Answer> open(Channel client, URI service, FullHttpRequest upgrade) {
        return Mono.create(answer -> connect(client, service, upgrade, answer));
    }

    WriteBufferWaterMark waterMark() {
        int high = (int) settings.buffer().toBytes();
        return new WriteBufferWaterMark(high / 2, high);
    }

    @Override
    public void destroy() {
        resolver.close();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    private void connect(Channel client, URI service, FullHttpRequest upgrade, MonoSink<Answer> answer) {
        int port = service.getPort() < 0 ? HTTP_PORT : service.getPort();
        ChannelFuture connecting = new Bootstrap()
                .group(client.eventLoop())
                .channel(client.getClass())
                .resolver(resolver)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int)
                        settings.connectTimeout().toMillis())
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.SO_KEEPALIVE, true)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, waterMark())
                .handler(Handshake.initializer(upgrade, answer))
                .connect(service.getHost(), port);
        connecting.channel().closeFuture().addListener(closed -> sockets.givePlaceBack());
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                answer.error(connected.cause());
            }
        });
        answer.onCancel(() -> connecting.channel().close());
    }
}
