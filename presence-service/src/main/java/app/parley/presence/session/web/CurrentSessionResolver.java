package app.parley.presence.session.web;

import app.parley.presence.device.Device;
import app.parley.presence.session.CurrentSession;
import app.parley.presence.session.Sessions;
import app.parley.service.problem.ProblemException;
import app.parley.service.token.Caller;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Hands {@link CurrentSession} to an endpoint, and turns a revoked device away before it gets there. */
@Configuration(proxyBeanMethods = false)
class CurrentSessionResolver implements HandlerMethodArgumentResolver, WebFluxConfigurer {

    private final Sessions sessions;

    CurrentSessionResolver(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentSession.class;
    }

    @Override
    public Mono<Object> resolveArgument(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .mapNotNull(Authentication::getPrincipal)
                .cast(Caller.class)
                .map(caller -> new Device(caller.user(), caller.device()))
                .flatMap(device ->
                        sessions.isAlive(device).filter(alive -> alive).<Object>map(_ -> new CurrentSession(device)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(
                        HttpStatus.UNAUTHORIZED, "session_revoked", "This session was revoked. Log in again.")));
    }
}
