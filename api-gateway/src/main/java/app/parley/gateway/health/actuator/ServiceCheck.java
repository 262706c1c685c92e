package app.parley.gateway.health.actuator;

import app.parley.gateway.health.Part;
import app.parley.gateway.health.PartCheck;
import app.parley.gateway.upstream.UpstreamSettings.Upstream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Asks the readiness group of each instance of one service.
 *
 * @param name the service's name in the answer
 */
record ServiceCheck(String name, Upstream service, WebClient http) implements PartCheck {

    /** The service itself among its components: it is what the whole answer is about. */
    private static final String ITSELF = "readinessState";

    @Override
    public List<Mono<Part>> ask() {
        return service.internalUrl().stream().map(this::ask).toList();
    }

    private Mono<Part> ask(URI instance) {
        return http.get().uri(instance.resolve("/actuator/health/readiness")).exchangeToMono(ServiceCheck::part);
    }

    private static Mono<Part> part(ClientResponse response) {
        return switch (known(response)) {
            case OK, SERVICE_UNAVAILABLE -> response.bodyToMono(JsonNode.class).map(ServiceCheck::part);
            case null, default ->
                response.releaseBody()
                        .thenReturn(Part.down("It answers with status "
                                + response.statusCode().value() + "."));
        };
    }

    private static @Nullable HttpStatus known(ClientResponse response) {
        return HttpStatus.resolve(response.statusCode().value());
    }

    private static Part part(JsonNode health) {
        Map<String, String> stores = new TreeMap<>();
        health.path("components").forEachEntry((component, state) -> {
            if (!component.equals(ITSELF)) {
                stores.put(component, status(state));
            }
        });
        return new Part(status(health), stores, List.of(), null);
    }

    private static String status(JsonNode health) {
        return health.path("status").asString("UNKNOWN");
    }
}
