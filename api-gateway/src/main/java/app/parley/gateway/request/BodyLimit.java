package app.parley.gateway.request;

import app.parley.service.problem.ProblemException;
import app.parley.service.problem.ReactiveProblems;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Refuses bodies over the limit: at once where the length is announced, otherwise when that much has come. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BodyLimit implements GlobalFilter {

    private static final long UNKNOWN = -1;

    private final long limit;

    BodyLimit(BodySettings settings) {
        this.limit = settings.limit().toBytes();
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        long announced = request.getHeaders().getContentLength();
        if (announced > limit) {
            closeAfterwards(exchange);
            return ReactiveProblems.write(exchange, tooLarge());
        }
        if (announced != UNKNOWN) {
            return chain.filter(exchange);
        }
        return chain.filter(exchange.mutate().request(counted(request)).build())
                .doOnError(ProblemException.class, problem -> closeAfterwards(exchange));
    }

    private ServerHttpRequest counted(ServerHttpRequest request) {
        return new ServerHttpRequestDecorator(request) {
            @Override
            public Flux<DataBuffer> getBody() {
                AtomicLong seen = new AtomicLong();
                return super.getBody().handle((buffer, sink) -> {
                    if (seen.addAndGet(buffer.readableByteCount()) > limit) {
                        DataBufferUtils.release(buffer);
                        sink.error(tooLarge());
                    } else {
                        sink.next(buffer);
                    }
                });
            }
        };
    }

    private ProblemException tooLarge() {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "payload_too_large", "A body may have " + limit + " bytes at most.");
    }

    /** The rest of the body is still on its way: the connection cannot be used for another request. */
    private static void closeAfterwards(ServerWebExchange exchange) {
        if (!exchange.getResponse().isCommitted()) {
            exchange.getResponse().getHeaders().setConnection("close");
        }
    }
}
