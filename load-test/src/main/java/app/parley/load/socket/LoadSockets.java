package app.parley.load.socket;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketVersion;
import java.net.URI;

/** Opens connections, all on a few threads, so that the generator takes little from the machine that it measures. */
public final class LoadSockets implements AutoCloseable {

    private static final int LARGEST_MESSAGE = 4 << 20;
    private static final int CONNECT_TIMEOUT_MILLIS = 10_000;
    private static final long HANDSHAKE_TIMEOUT_MILLIS = 30_000;

    private final URI socketUri;
    private final EventLoopGroup group;
    private final Class<? extends Channel> channelType;
    private final ThreadLocal<FrameReader> readers = ThreadLocal.withInitial(FrameReader::new);

    /** For connections to the WebSocket of this server. */
    public LoadSockets(URI server, int threads) {
        this.socketUri = URI.create("ws://" + server.getAuthority() + "/v1/ws");
        boolean epoll = Epoll.isAvailable();
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.group = new MultiThreadIoEventLoopGroup(threads, io);
        this.channelType = epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    /** A thread for connections that belong together. */
    public EventLoop nextLoop() {
        return (EventLoop) group.next();
    }

    /** Opens a connection. What comes of it is told to the listener: {@code welcome}, or {@code lost}. */
    public void open(EventLoop loop, String token, FrameListener listener) {
        HttpHeaders headers = new DefaultHttpHeaders().add("Authorization", "Bearer " + token);
        WebSocketClientProtocolConfig config = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(socketUri)
                .version(WebSocketVersion.V13)
                .subprotocol("parley.v1+json")
                .customHeaders(headers)
                .maxFramePayloadLength(LARGEST_MESSAGE)
                .handshakeTimeoutMillis(HANDSHAKE_TIMEOUT_MILLIS)
                .handleCloseFrames(false)
                .withUTF8Validator(false)
                .build();
        var _ = new Bootstrap()
                .group(loop)
                .channel(channelType)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(new HttpClientCodec())
                                .addLast(new HttpObjectAggregator(65_536))
                                .addLast(new WebSocketClientProtocolHandler(config))
                                .addLast(new WebSocketFrameAggregator(LARGEST_MESSAGE))
                                .addLast(new SocketHandler(readers.get(), listener));
                    }
                })
                .connect(socketUri.getHost(), socketUri.getPort())
                .addListener(connected -> {
                    if (!connected.isSuccess()) {
                        listener.lost(String.valueOf(connected.cause().getMessage()));
                    }
                });
    }

    @Override
    public void close() {
        group.shutdownGracefully().awaitUninterruptibly(5_000);
    }
}
