package app.parley.service.client;

import java.util.Map;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A call to another service: shows the credential, and turns what goes wrong into a {@link RemoteProblem}. */
final class ServiceCall implements ExchangeFilterFunction {

    private static final JsonMapper json = JsonMapper.shared();

    private final String credential;

    ServiceCall(String credential) {
        this.credential = credential;
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        ClientRequest authenticated = ClientRequest.from(request)
                .header("Parley-Service-Credential", credential)
                .build();
        return next.exchange(authenticated)
                .onErrorMap(WebClientRequestException.class, RemoteProblem::new)
                .flatMap(ServiceCall::checked);
    }

    private static Mono<ClientResponse> checked(ClientResponse response) {
        if (!response.statusCode().isError()) {
            return Mono.just(response);
        }
        return response.bodyToMono(String.class)
                .defaultIfEmpty("")
                .flatMap(body -> Mono.error(problem(response.statusCode(), body)));
    }

    private static RemoteProblem problem(HttpStatusCode status, String body) {
        Map<String, Object> problem = parse(body);
        boolean retryable = problem.get("retryable") instanceof Boolean said ? said : status.is5xxServerError();
        return new RemoteProblem(
                status.value(),
                String.valueOf(problem.getOrDefault("code", "unknown")),
                String.valueOf(problem.getOrDefault("detail", "")),
                retryable);
    }

    /** An answer that is no problem document (from a proxy in between, say) has no code. */
    private static Map<String, Object> parse(String body) {
        try {
            return body.isBlank() ? Map.of() : json.readValue(body, new TypeReference<>() {});
        } catch (JacksonException noProblem) {
            return Map.of();
        }
    }
}
