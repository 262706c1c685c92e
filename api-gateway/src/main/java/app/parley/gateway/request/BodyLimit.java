package app.parley.gateway.request;

import app.parley.service.problem.ReactiveProblems;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses bodies over the limit: at once where the length is announced, otherwise when that much has come. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit implements GlobalFilter {

    private final BodySettings settings;

    BodyLimit(BodySettings settings) {
        this.settings = settings;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        HttpHeaders headers = exchange.getRequest().getHeaders();
        if (headers.getContentLength() > settings.limit().toBytes()) {
            closeAfterwards(exchange);
            return ReactiveProblems.write(
                    exchange, LimitedBody.tooLarge(settings.limit().toBytes()));
        }
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        LimitedBody limited = new LimitedBody(exchange.getRequest(), settings);
        return chain.filter(exchange.mutate().request(limited).build()).doOnError(error -> closeAfterwards(exchange));
    }

    /** The rest of the body may be on its way: the connection cannot be used for another request. */
    private static void closeAfterwards(ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            exchange.getResponse().getHeaders().setConnection("close");
        }
    }
}
