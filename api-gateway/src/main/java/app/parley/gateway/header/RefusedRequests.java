package app.parley.gateway.header;

import app.parley.service.problem.ProblemException;
import app.parley.service.problem.ReactiveProblems;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedHandler;

/**
 * Spring Security's firewall refuses paths that two programs could read differently: dot segments, double or encoded
 * slashes, path parameters. This says so in our way.
 */
@Configuration(proxyBeanMethods = false)
class RefusedRequests {

    @Bean
    ServerExchangeRejectedHandler refusedRequest() {
        return (exchange, rejection) -> ReactiveProblems.write(
                exchange,
                new ProblemException(
                        HttpStatus.BAD_REQUEST, "malformed_request", "The path or a header is not in its plain form."));
    }
}
