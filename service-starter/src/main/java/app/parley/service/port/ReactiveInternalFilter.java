package app.parley.service.port;

import app.parley.service.problem.ProblemException;
import java.net.InetSocketAddress;
import java.util.function.IntSupplier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Keeps the two ports of a WebFlux service apart. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReactiveInternalFilter implements WebFilter {

    private final InternalAccess access;
    private final IntSupplier internalPort;

    ReactiveInternalFilter(InternalAccess access, IntSupplier internalPort) {
        this.access = access;
        this.internalPort = internalPort;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        InetSocketAddress local = request.getLocalAddress();
        boolean onInternalPort = local != null && local.getPort() == internalPort.getAsInt();
        String shown = request.getHeaders().getFirst(InternalAccess.CREDENTIAL_HEADER);
        return switch (access.judge(onInternalPort, firstSegment(request), shown)) {
            case ALLOWED -> chain.filter(exchange);
            case HIDDEN -> problem(exchange, HttpStatus.NOT_FOUND, "not_found", "There is nothing here.");
            case NO_CREDENTIAL ->
                problem(exchange, HttpStatus.UNAUTHORIZED, "unauthenticated", "The service credential is missing.");
        };
    }

    private static String firstSegment(ServerHttpRequest request) {
        for (PathContainer.Element element :
                request.getPath().pathWithinApplication().elements()) {
            if (element instanceof PathContainer.PathSegment segment) {
                return segment.valueToMatch();
            }
        }
        return "";
    }

    private static Mono<Void> problem(ServerWebExchange exchange, HttpStatus status, String code, String reason) {
        return app.parley.service.problem.ReactiveProblems.write(exchange, new ProblemException(status, code, reason));
    }
}
