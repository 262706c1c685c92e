package app.parley.gateway.client;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/**
 * Behind trusted proxies, gives a request the address and scheme that its client used. Spring's and Reactor Netty's own
 * support would believe the first entry of {@code X-Forwarded-For}, which the client writes, and look up in DNS what is
 * not an address.
 */
@Component
@ConditionalOnExpression("${parley.gateway.proxies.trusted:0} > 0")
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedClient implements WebFilter {

    private static final int HTTP_PORT = 80;

    private final int trusted;

    ForwardedClient(ProxySettings settings) {
        this.trusted = settings.trusted();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        ServerHttpRequest.Builder seen = request.mutate().uri(publicUri(request));
        InetSocketAddress client = client(request);
        if (client != null) {
            seen.remoteAddress(client);
        }
        return chain.filter(exchange.mutate().request(seen.build()).build());
    }

    private @Nullable InetSocketAddress client(ServerHttpRequest request) {
        String text = fromTrusted(request, "X-Forwarded-For");
        InetAddress address = text == null ? null : NetUtil.createInetAddressFromIpAddressString(text);
        return address == null ? null : new InetSocketAddress(address, 0);
    }

    private URI publicUri(ServerHttpRequest request) {
        URI uri = request.getURI();
        if (!"https".equals(fromTrusted(request, "X-Forwarded-Proto"))) {
            return uri;
        }
        UriComponentsBuilder secure = UriComponentsBuilder.fromUri(uri).scheme("https");
        if (uri.getPort() == HTTP_PORT) {
            secure.port(-1);
        }
        return secure.build(true).toUri();
    }

    /** What the outermost trusted proxy wrote: so many places from the end. */
    private @Nullable String fromTrusted(ServerHttpRequest request, String header) {
        String all = String.join(",", request.getHeaders().getValuesAsList(header));
        String[] values = StringUtils.tokenizeToStringArray(all, ",");
        return values.length == 0 ? null : values[Math.max(0, values.length - trusted)];
    }
}
