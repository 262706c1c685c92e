package app.parley.service.token;

import app.parley.service.ServiceSettings;
import app.parley.service.instance.Instances;
import app.parley.service.problem.ServletProblems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.servlet.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestTemplate;

/** Checks the access tokens of a Spring MVC service. */
@AutoConfiguration(before = OAuth2ResourceServerAutoConfiguration.class)
@ConditionalOnWebApplication(type = Type.SERVLET)
@EnableWebSecurity
@EnableConfigurationProperties({ServiceSettings.class, TokenSettings.class})
class ServletTokenAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(TokenSettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(
                        settings.keySets().getFirst().toString())
                .restOperations(keyRequests(settings))
                .jwsAlgorithm(SignatureAlgorithm.ES256)
                .build();
        decoder.setJwtValidator(AccessTokens.validator(settings, Clock.systemUTC()));
        return decoder;
    }

    private static RestTemplate keyRequests(TokenSettings settings) {
        SimpleClientHttpRequestFactory connections = new SimpleClientHttpRequestFactory();
        connections.setConnectTimeout(TokenSettings.KEYS_CONNECT);
        connections.setReadTimeout(TokenSettings.KEYS_ANSWER);
        RestTemplate requests = new RestTemplate(connections);
        requests.getInterceptors().add(new SpreadKeyRequests(new Instances(settings.keySets())));
        return requests;
    }

    @Bean
    @ConditionalOnMissingBean
    SecurityFilterChain tokenFilterChain(HttpSecurity http, ServiceSettings settings) {
        return http.authorizeHttpRequests(requests -> {
                    settings.openPaths().stream()
                            .map(OpenPath::parse)
                            .forEach(open -> requests.requestMatchers(open.method(), open.pattern())
                                    .permitAll());
                    requests.requestMatchers("/v1/**")
                            .authenticated()
                            .anyRequest()
                            .permitAll();
                })
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(ServletTokenAutoConfiguration::refuse)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(CallerAuthentication::new)))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(ServletTokenAutoConfiguration::refuse))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .cors(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        ServletProblems.write(response, AccessTokens.problem(refusal));
    }
}
