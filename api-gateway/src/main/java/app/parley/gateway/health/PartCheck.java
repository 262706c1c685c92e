package app.parley.gateway.health;

import java.util.List;
import reactor.core.publisher.Mono;

/** A way to ask one part whether it is ready. */
public interface PartCheck {

    /** What the part is called in the answer. */
    String name();

    /** Asks each of its instances. An error means that the instance does not answer. */
    List<Mono<Part>> ask();
}
