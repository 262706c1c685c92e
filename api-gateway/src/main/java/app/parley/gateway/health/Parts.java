package app.parley.gateway.health;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All parts, asked at the same time. */
@Component
public class Parts {

    private static final Logger log = LoggerFactory.getLogger(Parts.class);

    private final List<PartCheck> checks;
    private final Duration timeout;

    Parts(List<PartCheck> checks, HealthSettings settings) {
        this.checks = checks;
        this.timeout = settings.timeout();
    }

    public Mono<Health> ask() {
        return Flux.fromIterable(checks)
                .flatMap(check -> ask(check).map(part -> Map.entry(check.name(), part)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new)
                .map(Health::of);
    }

    private Mono<Part> ask(PartCheck check) {
        List<Mono<Part>> instances =
                check.ask().stream().map(part -> inTime(check, part)).toList();
        return instances.size() == 1
                ? instances.getFirst()
                : Flux.mergeSequential(instances).collectList().map(parts -> Part.together(check.name(), parts));
    }

    private Mono<Part> inTime(PartCheck check, Mono<Part> instance) {
        return instance.timeout(timeout).onErrorResume(error -> {
            log.debug("{} is not ready", check.name(), error);
            return Mono.just(Part.down("It does not answer."));
        });
    }
}
