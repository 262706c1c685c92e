package app.parley.chat.export;

import java.time.Instant;
import java.util.UUID;
import reactor.core.publisher.Flux;

/** Where people are logged in. */
public interface Logins {

    /** All of somebody's, the oldest first. */
    Flux<Login> of(UUID user);

    /** A device that somebody is logged in on. */
    record Login(UUID device, String name, String platform, Instant createdAt) {}
}
