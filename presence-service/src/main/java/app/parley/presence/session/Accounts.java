package app.parley.presence.session;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The accounts that one can log in to. */
public interface Accounts {

    /** Whose handle and password these are, or nothing if they do not match. Takes the same time in either case. */
    Mono<UUID> verify(String handle, String password);
}
