package app.parley.gateway.request;

import java.net.InetSocketAddress;
import java.util.Locale;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * The headers that services trust come from the gateway alone: what a client wrote into them is dropped, its own
 * address and scheme are written instead. Hop-by-hop headers are dropped by Spring's own filter.
 */
@Component
class RequestHeaders implements HttpHeadersFilter {

    @Override
    public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
        HttpHeaders passed = new HttpHeaders();
        input.forEach((name, values) -> {
            if (!isOurs(name.toLowerCase(Locale.ROOT))) {
                passed.addAll(name, values);
            }
        });
        InetSocketAddress client = exchange.getRequest().getRemoteAddress();
        if (client != null) {
            passed.set("X-Forwarded-For", client.getHostString());
        }
        passed.set("X-Forwarded-Proto", exchange.getRequest().getURI().getScheme());
        return passed;
    }

    private static boolean isOurs(String name) {
        return name.startsWith("parley-") || name.startsWith("x-forwarded-") || name.equals("forwarded");
    }
}
