package app.parley.presence.session;

import java.time.Duration;

/** What became of the wish for a code to log in with. */
public sealed interface CodeOutcome {

    /** It is sent if somebody has the address, which is not told. */
    record Accepted() implements CodeOutcome {}

    /** It is not an address. */
    record NoAddress() implements CodeOutcome {}

    /** Too many were asked for to that address, whether somebody has it or not. */
    record TooMany(Duration retryAfter) implements CodeOutcome {}

    /** This deployment does not send codes. */
    record NotAvailable() implements CodeOutcome {}
}
