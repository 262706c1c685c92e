package app.parley.presence.session;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** The accounts that one can log in to. */
public interface Accounts {

    /** Whose proof this is, or nothing if it proves nothing. Whether there is such an account makes no difference in time. */
    Mono<UUID> verify(Proof proof);

    /** Has a code sent to who has an address. */
    Mono<CodeOutcome> sendCode(CodeAddress address);
}
