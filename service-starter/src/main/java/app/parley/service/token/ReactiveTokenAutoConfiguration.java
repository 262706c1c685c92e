package app.parley.service.token;

import app.parley.service.ServiceSettings;
import app.parley.service.client.SpreadCalls;
import app.parley.service.instance.Instances;
import app.parley.service.problem.ReactiveProblems;
import io.netty.channel.ChannelOption;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity.CorsSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.CsrfSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.FormLoginSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HeaderSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.HttpBasicSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.LogoutSpec;
import org.springframework.security.config.web.server.ServerHttpSecurity.RequestCacheSpec;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** Checks the access tokens of a WebFlux service. */
@AutoConfiguration(before = ReactiveOAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.REACTIVE)
@EnableWebFluxSecurity
@EnableConfigurationProperties({ServiceSettings.class, TokenSettings.class})
class ReactiveTokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    ReactiveJwtDecoder jwtDecoder(TokenSettings settings) {
        NimbusReactiveJwtDecoder decoder = NimbusReactiveJwtDecoder.withJwkSetUri(
                        settings.keySets().getFirst().toString())
                .webClient(keyRequests(settings))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return new RememberedTokens(
                decoder, AccessTokens.validator(settings, Clock.systemUTC()), settings.remembered());
    }

    private static WebClient keyRequests(TokenSettings settings) {
        HttpClient connections = HttpClient.create()
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) TokenSettings.KEYS_CONNECT.toMillis())
                .responseTimeout(TokenSettings.KEYS_ANSWER);
        return WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(connections))
                .filter(new SpreadCalls(new Instances(settings.keySets())))
                .build();
    }

    @Bean
    TokenVerifier tokenVerifier(ReactiveJwtDecoder decoder) {
        return new TokenVerifier(decoder);
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityWebFilterChain tokenFilterChain(ServerHttpSecurity http, ServiceSettings settings) {
        return http.securityMatcher(ServerWebExchangeMatchers.pathMatchers("/v1/**"))
                .authorizeExchange(exchanges -> {
                    settings.openPaths().stream()
                            .map(OpenPath::parse)
                            .forEach(open -> exchanges
                                    .pathMatchers(open.method(), open.pattern())
                                    .permitAll());
                    exchanges.anyExchange().authenticated();
                })
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(ReactiveTokenAutoConfiguration::refuse)
                        .jwt(jwt ->
                                jwt.jwtAuthenticationConverter(token -> Mono.just(new CallerAuthentication(token)))))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(ReactiveTokenAutoConfiguration::refuse))
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                // it would open a web session for each request, and leave the channel's thread for that
                .requestCache(RequestCacheSpec::disable)
                .csrf(CsrfSpec::disable)
                .cors(CorsSpec::disable)
                .headers(HeaderSpec::disable)
                .httpBasic(HttpBasicSpec::disable)
                .formLogin(FormLoginSpec::disable)
                .logout(LogoutSpec::disable)
                .build();
    }

    private static Mono<Void> refuse(
            org.springframework.web.server.ServerWebExchange exchange,
            org.springframework.security.core.AuthenticationException refusal) {
        return ReactiveProblems.write(exchange, AccessTokens.problem(refusal));
    }
}
