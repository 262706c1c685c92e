package app.parley.profile.conversation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The time as finely as PostgreSQL keeps it, so that what is read again is what was written. */
public final class DatabaseTime {

    private DatabaseTime() {}

    public static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    }
}
