package app.parley.neighbours;

import java.util.Objects;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** profile-service and offline-store-service behind one free port, for all tests of a JVM. */
public final class Neighbours {

    /** What the services show each other. */
    public static final String CREDENTIAL = "credential-of-the-tests";

    private static final Neighbours running = new Neighbours();

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext(WebFlux.class, ProfileService.class, OfflineStoreService.class);
    private final DisposableServer server = serve();

    private Neighbours() {}

    public static String url() {
        return "http://127.0.0.1:" + running.server.port();
    }

    public static ProfileService profileService() {
        return running.context.getBean(ProfileService.class);
    }

    public static OfflineStoreService offlineStoreService() {
        return running.context.getBean(OfflineStoreService.class);
    }

    private DisposableServer serve() {
        HttpHandler handler = WebHttpHandlerBuilder.applicationContext(context).build();
        return Objects.requireNonNull(HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow());
    }

    @EnableWebFlux
    static class WebFlux {}
}
