package app.parley.service.port;

import app.parley.service.ServiceSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * The second port of a WebFlux service, with the same handlers behind it: {@link ReactiveInternalFilter} says what is
 * served where. It starts before the public port and stops after it, so that health can be asked throughout.
 */
class ReactiveInternalServer implements SmartLifecycle {

    private final ServiceSettings settings;
    private final HttpHandler handler;
    private volatile @Nullable WebServer server;

    ReactiveInternalServer(ServiceSettings settings, HttpHandler handler) {
        this.settings = settings;
        this.handler = handler;
    }

    /** The port that it listens on, or -1 while it does not. */
    int port() {
        WebServer running = server;
        return running == null ? -1 : running.getPort();
    }

    @Override
    public void start() {
        var factory = new NettyReactiveWebServerFactory(settings.internalPort());
        if (settings.internalAddress() != null) {
            factory.setAddress(settings.internalAddress());
        }
        WebServer starting = factory.getWebServer(handler);
        starting.start();
        server = starting;
    }

    @Override
    public void stop() {
        Objects.requireNonNull(server).stop();
        server = null;
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE - 2048;
    }
}
