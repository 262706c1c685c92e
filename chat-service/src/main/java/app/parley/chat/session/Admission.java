package app.parley.chat.session;

import java.time.Duration;

/** What became of a device that wants to be at this node. */
public sealed interface Admission {

    /** It is here now, and routed to. */
    record Held() implements Admission {}

    /** Its login session is over. */
    record Revoked() implements Admission {}

    /**
     * There is no room for it now, or nobody knows.
     *
     * @param after when to come back; whoever does keeps their place in the line
     */
    record Later(Duration after) implements Admission {}
}
