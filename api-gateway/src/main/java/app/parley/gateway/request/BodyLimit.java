package app.parley.gateway.request;

import app.parley.service.problem.ProblemException;
import app.parley.service.problem.ReactiveProblems;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Refuses bodies over the limit: unseen where the length is announced, otherwise when that much has come. */
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
        if (headers.getContentLength() <= 0 && !headers.containsHeader(HttpHeaders.TRANSFER_ENCODING)) {
            return chain.filter(exchange);
        }
        LimitedBody body = new LimitedBody(exchange.getRequest(), settings);
        if (headers.getContentLength() > settings.limit().toBytes()) {
            closeAfterwards(exchange);
            return readOn(body, headers)
                    .onErrorComplete(ProblemException.class)
                    .then(ReactiveProblems.write(exchange, body.tooLarge()));
        }
        return chain.filter(exchange.mutate().request(body).build()).doOnError(error -> closeAfterwards(exchange));
    }

    /** A client that asked first hears the refusal before it sends anything (RFC 9110, section 10.1.1). */
    private static Mono<Void> readOn(LimitedBody body, HttpHeaders headers) {
        return headers.containsHeader(HttpHeaders.EXPECT)
                ? Mono.empty()
                : body.getBody().doOnNext(DataBufferUtils::release).then();
    }

    /** The rest of the body may be on its way: the connection cannot be used for another request. */
    private static void closeAfterwards(ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            exchange.getResponse().getHeaders().setConnection("close");
        }
    }
}
