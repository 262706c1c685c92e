package app.parley.gateway;

import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service next to the gateway: it answers every request with what it was asked, unless a test says otherwise, and
 * remembers all of them.
 */
final class Neighbour {

    /** What a neighbour was asked. */
    record Asked(String service, String method, String uri, Map<String, String> headers, String body) {}

    private static final JsonMapper json = JsonMapper.shared();

    /** Its own threads: a gateway that closes in the same process stops the common ones. */
    private static final LoopResources threads = LoopResources.create("neighbour");

    private final String name;
    private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    private volatile BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> behaviour = this::tell;
    private volatile DisposableServer server;

    private Neighbour(String name) {
        this.name = name;
        this.server = listen(0);
    }

    static Neighbour start(String name) {
        return new Neighbour(name);
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    void behaveAs(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> behaviour) {
        this.behaviour = behaviour;
    }

    /** Stops listening, ends what is open, comes back at the same address with {@link #comeBack}. */
    void goAway() {
        server.disposeNow(Duration.ofSeconds(30));
    }

    void comeBack() {
        server = listen(server.port());
    }

    /** As new, but at the same address. */
    void reset() {
        asked.clear();
        behaviour = this::tell;
        if (server.isDisposed()) {
            comeBack();
        }
    }

    /** Answers with what was asked. */
    Publisher<Void> tell(HttpServerRequest request, HttpServerResponse response) {
        return request.receive().aggregate().asString().defaultIfEmpty("").flatMap(body -> {
            Asked now = remember(request, body);
            return response.header("Content-Type", "application/json")
                    .sendString(Mono.just(json.writeValueAsString(now)))
                    .then();
        });
    }

    private Asked remember(HttpServerRequest request, String body) {
        Map<String, String> headers = new TreeMap<>();
        request.requestHeaders()
                .forEach(header -> headers.merge(
                        header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (a, b) -> a + "," + b));
        Asked now = new Asked(name, request.method().name(), request.uri(), headers, body);
        asked.add(now);
        return now;
    }

    private DisposableServer listen(int port) {
        return HttpServer.create()
                .runOn(threads)
                .host("127.0.0.1")
                .port(port)
                .channelGroup(new DefaultChannelGroup(GlobalEventExecutor.INSTANCE))
                .handle((request, response) -> behaviour.apply(request, response))
                .bindNow();
    }

    static Publisher<Void> status(HttpServerResponse response, int status, String body) {
        return response.status(HttpResponseStatus.valueOf(status))
                .header("Content-Type", "application/json")
                .sendString(Mono.just(body))
                .then();
    }
}
