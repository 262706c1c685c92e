package app.parley.gateway.socket;

import app.parley.gateway.upstream.UpstreamSettings;
import app.parley.service.client.Turnstile;
import app.parley.service.instance.Instances;
import app.parley.service.instance.Instances.Failure;
import app.parley.service.problem.ProblemException;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.Connection;

/**
 * Proxies a WebSocket as a tunnel: the client's own handshake goes to chat-service, and once that is done bytes move
 * both ways without being looked into. So subprotocol, ping, close codes and chat-service's own limits hold from end to
 * end, and a socket that is idle costs little more than two connections.
 */
@Component
public class SocketProxy implements GatewayFilter {

    private final OpenSockets sockets;
    private final ServiceConnector connector;
    private final List<HttpHeadersFilter> headerFilters;
    private final Instances nodes;
    private final SocketSettings settings;
    private final Map<URI, Turnstile> turnstiles = new ConcurrentHashMap<>();

    SocketProxy(
            OpenSockets sockets,
            ServiceConnector connector,
            List<HttpHeadersFilter> headerFilters,
            UpstreamSettings services,
            SocketSettings settings) {
        this.settings = settings;
        this.nodes = new Instances(services.chat().url());
        this.sockets = sockets;
        this.connector = connector;
        this.headerFilters = headerFilters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        if (!"websocket".equalsIgnoreCase(exchange.getRequest().getHeaders().getUpgrade())) {
            return chain.filter(exchange);
        }
        Connection connection = ServerHttpRequestDecorator.getNativeRequest(exchange.getRequest());
        Channel client = connection.channel();
        return nodes.call(node -> open(exchange, client, node), SocketProxy::judge)
                .onErrorResume(NodeRefusal.class, last -> Mono.just(last.answer()))
                .flatMap(answer -> answer.isYes() ? connect(exchange, client, answer) : refuse(exchange, answer))
                .doOnError(_ -> sayWhenToTryAgain(exchange.getResponse()));
    }

    private Mono<Answer> open(ServerWebExchange exchange, Channel client, URI node) {
        Mono<Answer> opened = Mono.defer(() -> openNow(exchange, client, node))
                .subscribeOn(Schedulers.fromExecutor(client.eventLoop()))
                .timeout(settings.handshakeTimeout());
        return turnstiles
                .computeIfAbsent(node, _ -> turnstile())
                .pass(opened)
                .doOnDiscard(Answer.class, SocketProxy::drop)
                .flatMap(NodeRefusal::orRefused);
    }

    private Turnstile turnstile() {
        return new Turnstile(settings.handshakes(), settings.handshakeQueue(), settings.handshakeWait());
    }

    private Mono<Answer> openNow(ServerWebExchange exchange, Channel client, URI node) {
        return sockets.takePlace()
                ? connector.open(client, node, upgrade(exchange, node))
                : Mono.error(ProblemException.unavailable("This gateway takes no more sockets now. Try again."));
    }

    /** Nobody waits for it any more. */
    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    private static void drop(Answer answer) {
        answer.service().close();
    }

    /** A node that did not answer the upgrade has let nobody in: another one may. */
    private static Failure judge(Throwable error) {
        return error instanceof IOException || error instanceof TimeoutException ? Failure.NOT_REACHED : Failure.NONE;
    }

    private FullHttpRequest upgrade(ServerWebExchange exchange, URI service) {
        ServerHttpRequest request = exchange.getRequest();
        String query = request.getURI().getRawQuery();
        String target = request.getURI().getRawPath() + (query == null ? "" : "?" + query);
        FullHttpRequest upgrade =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target, Unpooled.EMPTY_BUFFER);
        HttpHeadersFilter.filterRequest(headerFilters, exchange).forEach(upgrade.headers()::set);
        upgrade.headers()
                .remove(HttpHeaderNames.CONTENT_LENGTH)
                .set(HttpHeaderNames.HOST, service.getAuthority())
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.UPGRADE)
                .set(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET);
        return upgrade;
    }

    private Mono<Void> connect(ServerWebExchange exchange, Channel client, Answer answer) {
        Tunnel tunnel = new Tunnel(client, answer.service(), sockets);
        client.config().setOption(ChannelOption.WRITE_BUFFER_WATER_MARK, connector.waterMark());
        ClientTakeover.run(client, answer, tunnel.fromClient());
        Handshake.replaceBy(tunnel.fromService(), answer.service());
        sockets.opened(tunnel);
        client.read();
        answer.service().read();
        exchange.getResponse()
                .setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        return Mono.empty();
    }

    @SuppressWarnings("FutureReturnValueIgnored") // closing cannot fail
    private Mono<Void> refuse(ServerWebExchange exchange, Answer answer) {
        answer.service().close();
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(answer.status().code()));
        copy(answer, response, HttpHeaderNames.CONTENT_TYPE.toString());
        copy(answer, response, HttpHeaderNames.WWW_AUTHENTICATE.toString());
        copy(answer, response, HttpHeaderNames.RETRY_AFTER.toString());
        copy(answer, response, HttpHeaderNames.SEC_WEBSOCKET_VERSION.toString());
        if (HttpStatusClass.SERVER_ERROR.contains(answer.status().code())) {
            sayWhenToTryAgain(response);
        }
        return response.writeWith(Mono.just(response.bufferFactory().wrap(answer.body())));
    }

    private void sayWhenToTryAgain(ServerHttpResponse response) {
        if (!response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)) {
            response.getHeaders()
                    .set(
                            HttpHeaders.RETRY_AFTER,
                            Long.toString(sockets.tryAgain().toSeconds()));
        }
    }

    private static void copy(Answer answer, ServerHttpResponse response, String header) {
        List<String> values = answer.headers().getAll(header);
        if (!values.isEmpty()) {
            response.getHeaders().put(header, values);
        }
    }
}
