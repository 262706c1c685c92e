package app.parley.gateway.request;

import app.parley.service.problem.ProblemException;
import app.parley.service.problem.ReactiveProblems;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Refuses paths that two programs could read differently. Spring Security's firewall finds dot segments, double or
 * encoded slashes and path parameters; what it lets pass is found here before it is routed.
 */
@Configuration(proxyBeanMethods = false)
class RefusedRequests {

    /** What decoding makes of bytes that are not UTF-8. */
    private static final String UNREADABLE = "\uFFFD";

    @Bean
    ServerExchangeRejectedHandler refusedByFirewall() {
        return (exchange, rejection) -> refuse(exchange);
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    GlobalFilter plainPaths() {
        return (exchange, chain) -> isPlain(exchange.getRequest()) ? chain.filter(exchange) : refuse(exchange);
    }

    private static boolean isPlain(ServerHttpRequest request) {
        return request.getURI().getRawFragment() == null
                && request.getPath().elements().stream()
                        .noneMatch(element -> element instanceof PathSegment segment
                                && segment.valueToMatch().contains(UNREADABLE));
    }

    private static Mono<Void> refuse(ServerWebExchange exchange) {
        return ReactiveProblems.write(
                exchange,
                new ProblemException(
                        HttpStatus.BAD_REQUEST, "malformed_request", "The path or a header is not in its plain form."));
    }
}
