package app.parley.gateway.health;

import app.parley.gateway.route.UpstreamSettings;
import app.parley.gateway.route.UpstreamSettings.Upstream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.core.ReactiveStringRedisTemplate;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Asks every part at the same time whether it is ready. */
@Component
class Parts {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private final Map<String, Upstream> services = new LinkedHashMap<>();
    private final ReactiveStringRedisTemplate redis;
    private final Duration timeout;
    private final WebClient http = WebClient.create();

    Parts(UpstreamSettings settings, ReactiveStringRedisTemplate redis, HealthSettings health) {
        services.put("profile", settings.profile());
        services.put("presence", settings.presence());
        services.put("offline-store", settings.offlineStore());
        services.put("chat", settings.chat());
        this.redis = redis;
        this.timeout = health.timeout();
    }

    Mono<Health> ask() {
        Flux<Map.Entry<String, Part>> answers = Flux.fromIterable(services.entrySet())
                .flatMap(service -> named(service.getKey(), askService(service.getValue())))
                .mergeWith(named("redis", askRedis()));
        return answers.collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .map(Health::of);
    }

    private Mono<Map.Entry<String, Part>> named(String name, Mono<Part> part) {
        return part.timeout(timeout)
                .onErrorResume(error -> {
                    log.debug("{} is not ready", name, error);
                    return Mono.just(Part.down("It does not answer."));
                })
                .map(answer -> Map.entry(name, answer));
    }

    private Mono<Part> askService(Upstream service) {
        return http.get()
                .uri(service.internalUrl().resolve("/actuator/health/readiness"))
                .exchangeToMono(Parts::part);
    }

    private Mono<Part> askRedis() {
        return redis.execute(connection -> connection.ping()).next().map(pong -> Part.up());
    }

    private static Mono<Part> part(ClientResponse response) {
        HttpStatusCode status = response.statusCode();
        if (status.value() != 200 && status.value() != 503) {
            return response.releaseBody().thenReturn(Part.down("It answers with status " + status.value() + "."));
        }
        return response.bodyToMono(JsonNode.class).map(Parts::part);
    }

    private static Part part(JsonNode health) {
        Map<String, String> stores = new TreeMap<>();
        health.path("components").forEachEntry((name, component) -> {
            if (!name.equals("readinessState")) {
                stores.put(name, component.path("status").asString("UNKNOWN"));
            }
        });
        return new Part(health.path("status").asString("UNKNOWN"), stores, null);
    }
}
