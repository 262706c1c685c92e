package app.parley.gateway.limit;

import app.parley.service.problem.ProblemException;
import app.parley.service.problem.ReactiveProblems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The filters of the routes that need no token. */
@Component
public class RateLimits {

    private final LimitSettings settings;
    private final Permits permits;
    private final LoginRequests logins;
    private final MeterRegistry meters;

    RateLimits(LimitSettings settings, Permits permits, LoginRequests logins, MeterRegistry meters) {
        this.settings = settings;
        this.permits = permits;
        this.logins = logins;
        this.meters = meters;
    }

    public GatewayFilter registration() {
        return byClient("registration", settings.registration());
    }

    public GatewayFilter refresh() {
        return byClient("refresh", settings.refresh());
    }

    /** Of logins and of codes to log in with. By client first, so that one client cannot use up everybody's permits. */
    public GatewayFilter login() {
        GatewayFilter byClient = byClient("login", settings.login());
        GatewayFilter byHandle = byHandle("login-by-handle", settings.loginByHandle());
        return (exchange, chain) -> byClient.filter(exchange, passed -> byHandle.filter(passed, chain));
    }

    /** Of closing accounts: as often as one may log in, since it is a place to try passwords, too. */
    public GatewayFilter departure() {
        return byClient("departure", settings.login());
    }

    private GatewayFilter byClient(String name, LimitSettings.Limit values) {
        Limit limit = limit(name, values);
        return (exchange, chain) -> limit.take(ClientKey.of(exchange.getRequest()))
                .flatMap(wait -> wait.isZero() ? chain.filter(exchange) : limit.refuse(exchange, wait));
    }

    private GatewayFilter byHandle(String name, LimitSettings.Limit values) {
        Limit limit = limit(name, values);
        return (exchange, chain) -> logins.read(exchange)
                .flatMap(login -> Mono.justOrEmpty(login.nameKey())
                        .flatMap(limit::take)
                        .defaultIfEmpty(Duration.ZERO)
                        .flatMap(
                                wait -> wait.isZero() ? chain.filter(login.exchange()) : limit.refuse(exchange, wait)));
    }

    private Limit limit(String name, LimitSettings.Limit values) {
        permits.define(name, values);
        return new Limit(
                name,
                Counter.builder("parley.gateway.limit.refused")
                        .description("requests refused because they came too often")
                        .tag("limit", name)
                        .register(meters));
    }

    /** One kind of bucket. */
    private final class Limit {

        private final String name;
        private final Counter refusals;

        Limit(String name, Counter refusals) {
            this.name = name;
            this.refusals = refusals;
        }

        Mono<Duration> take(String key) {
            return settings.enabled() ? permits.take(name, key) : Mono.just(Duration.ZERO);
        }

        Mono<Void> refuse(ServerWebExchange exchange, Duration wait) {
            refusals.increment();
            exchange.getResponse().getHeaders().set("Retry-After", String.valueOf(wait.toSeconds()));
            return ReactiveProblems.write(
                    exchange,
                    ProblemException.retryable(
                            HttpStatus.TOO_MANY_REQUESTS,
                            "rate_limited",
                            "Too many attempts. Try again in " + wait.toSeconds() + " seconds."));
        }
    }
}
