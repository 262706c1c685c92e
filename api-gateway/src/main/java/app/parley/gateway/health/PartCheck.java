package app.parley.gateway.health;

import reactor.core.publisher.Mono;

/** A way to ask one part whether it is ready. An error means that it does not answer. */
public interface PartCheck {

    /** What the part is called in the answer. */
    String name();

    Mono<Part> ask();
}
