package app.parley.gateway.upstream;

import app.parley.service.problem.ProblemException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * What a client hears when the service behind a route fails: 503 if it cannot be reached or does not answer in time,
 * 502 if it breaks off. Both are {@code unavailable} and retryable.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class UpstreamProblems implements GlobalFilter {

    private static final Logger log = LoggerFactory.getLogger(UpstreamProblems.class);

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        return chain.filter(exchange).onErrorMap(error -> translated(exchange, error));
    }

    private static Throwable translated(ServerWebExchange exchange, Throwable error) {
        Throwable cause =
                error instanceof ResponseStatusException && error.getCause() != null ? error.getCause() : error;
        return switch (cause) {
            case ConnectException _, UnknownHostException _ ->
                problem(exchange, HttpStatus.SERVICE_UNAVAILABLE, "cannot be reached", cause);
            case TimeoutException _, org.springframework.cloud.gateway.support.TimeoutException _ ->
                problem(exchange, HttpStatus.SERVICE_UNAVAILABLE, "does not answer in time", cause);
            case IOException _ -> problem(exchange, HttpStatus.BAD_GATEWAY, "broke off", cause);
            default -> error;
        };
    }

    private static ProblemException problem(
            ServerWebExchange exchange, HttpStatus status, String what, Throwable cause) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        log.warn("The service of route {} ({}) {}: {}", route.getId(), route.getUri(), what, cause.toString());
        return ProblemException.retryable(status, "unavailable", "A part of the service " + what + ". Try again.");
    }
}
