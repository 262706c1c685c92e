package app.parley.gateway.upstream;

import app.parley.service.instance.Instances;
import app.parley.service.instance.Instances.Failure;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Sends each request to one of the instances of the service that its route names. */
@Component
class SpreadRoutes implements GlobalFilter, Ordered {

    private static final int HTTP_PORT = 80;

    /** By the address that routes name. */
    private final Map<String, Instances> services = new HashMap<>();

    SpreadRoutes(UpstreamSettings settings) {
        for (UpstreamSettings.Upstream service : List.of(settings.profile(), settings.presence(), settings.chat())) {
            if (service.url().size() > 1) {
                services.put(place(service.publicUrl()), new Instances(service.url()));
            }
        }
    }

    /** Right after the filter that says where a request goes. */
    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER + 1;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        Route route = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR);
        Instances instances = services.get(place(route.getUri()));
        if (instances == null) {
            return chain.filter(exchange);
        }
        URI routed = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
        Function<URI, Mono<Void>> call = instance -> {
            ServerWebExchangeUtils.reset(exchange);
            exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, at(instance, routed));
            return chain.filter(exchange);
        };
        return instances.call(call, SpreadRoutes::judge);
    }

    /** A route's address has a port, whether it was written down or not. */
    private static String place(URI address) {
        return address.getHost() + ":" + (address.getPort() < 0 ? HTTP_PORT : address.getPort());
    }

    private static URI at(URI instance, URI routed) {
        return UriComponentsBuilder.fromUri(routed)
                .host(instance.getHost())
                .port(instance.getPort())
                .build(true)
                .toUri();
    }

    /** A client's own doing, such as a body that is too large, says nothing about the service. */
    private static Failure judge(Throwable error) {
        Throwable cause =
                error instanceof ResponseStatusException && error.getCause() != null ? error.getCause() : error;
        return switch (cause) {
            case IOException _ when Instances.isNotReached(cause) -> Failure.NOT_REACHED;
            case IOException _, TimeoutException _, org.springframework.cloud.gateway.support.TimeoutException _ ->
                Failure.NOT_ANSWERED;
            default -> Failure.NONE;
        };
    }
}
