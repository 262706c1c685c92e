package app.parley.gateway;

import app.parley.gateway.docs.ApiDocument;
import app.parley.gateway.limit.RateLimits;
import app.parley.gateway.socket.SocketProxy;
import app.parley.gateway.upstream.UpstreamSettings;
import java.net.URI;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;

/**
 * The public paths, first match first. A path that is not named here is not reachable: that, and not a list of what is
 * forbidden, is what keeps internal endpoints inside.
 */
@Configuration(proxyBeanMethods = false)
class PublicRoutes {

    /** After everything else, in the place of the routing filters. */
    private static final int ROUTING = Ordered.LOWEST_PRECEDENCE - 2;

    @Bean
    RouteLocator limitedRoutes(RouteLocatorBuilder routes, UpstreamSettings services, RateLimits limits) {
        URI profile = services.profile().publicUrl();
        URI presence = services.presence().publicUrl();
        return routes.routes()
                .route(
                        "registration",
                        route -> route.path("/v1/accounts")
                                .and()
                                .method(HttpMethod.POST)
                                .filters(filters -> filters.filter(limits.registration()))
                                .uri(profile))
                .route(
                        "login",
                        route -> route.path("/v1/sessions", "/v1/sessions/codes")
                                .and()
                                .method(HttpMethod.POST)
                                .filters(filters -> filters.filter(limits.login()))
                                .uri(presence))
                .route(
                        "refresh",
                        route -> route.path("/v1/sessions/refresh")
                                .and()
                                .method(HttpMethod.POST)
                                .filters(filters -> filters.filter(limits.refresh()))
                                .uri(presence))
                .route(
                        // it takes a password, as a login does
                        "departure",
                        route -> route.path("/v1/me")
                                .and()
                                .method(HttpMethod.DELETE)
                                .filters(filters -> filters.filter(limits.departure()))
                                .uri(profile))
                .build();
    }

    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder routes, UpstreamSettings services, SocketProxy socket) {
        URI chat = services.chat().publicUrl();
        return routes.routes()
                .route(
                        "socket",
                        route -> route.path("/v1/ws")
                                .and()
                                .method(HttpMethod.GET)
                                .filters(filters -> filters.filter(socket, ROUTING))
                                .uri(chat))
                .route(
                        "messages",
                        route -> route.path("/v1/conversations/{id}/messages/**", "/v1/inbox", "/v1/me/export")
                                .uri(chat))
                .route(
                        "profile",
                        route -> route.path(
                                        "/v1/accounts",
                                        "/v1/me/**",
                                        "/v1/users/**",
                                        "/v1/contacts/**",
                                        "/v1/blocks/**",
                                        "/v1/conversations/**",
                                        "/v1/stars/**",
                                        "/v1/broadcasts/**",
                                        "/v1/invites/**")
                                .uri(services.profile().publicUrl()))
                .route(
                        "presence",
                        route -> route.path("/v1/sessions/**", "/v1/presence/**")
                                .uri(services.presence().publicUrl()))
                .route(
                        "keys",
                        route -> route.path("/.well-known/jwks.json")
                                .and()
                                .method(HttpMethod.GET)
                                .uri(services.presence().publicUrl()))
                .build();
    }

    @Bean
    RouteLocator documentRoutes(RouteLocatorBuilder routes, UpstreamSettings services) {
        return routes.routes()
                .route(
                        "profile-docs",
                        route -> ApiDocument.of("profile", route)
                                .uri(services.profile().publicUrl()))
                .route(
                        "presence-docs",
                        route -> ApiDocument.of("presence", route)
                                .uri(services.presence().publicUrl()))
                .route(
                        "chat-docs",
                        route -> ApiDocument.of("chat", route)
                                .uri(services.chat().publicUrl()))
                .build();
    }
}
