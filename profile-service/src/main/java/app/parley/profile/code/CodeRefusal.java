package app.parley.profile.code;

import java.time.Duration;

/** Why nobody is sent a code. */
public sealed interface CodeRefusal {

    /** This deployment has no way to send codes. */
    record NotAvailable() implements CodeRefusal {}

    /** So many were asked for that the next has to wait. */
    record TooMany(Duration retryAfter) implements CodeRefusal {}
}
