package app.parley.profile.personal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * That a conversation is not to make itself heard.
 *
 * @param until the end of it; it may be over
 */
public record Muting(Instant until) {

    /** An end that does not come, the last second that a time of four digits for the year can say. */
    public static final Instant FOR_EVER = Instant.parse("9999-12-31T23:59:59Z");

    /** That it may make itself heard again. */
    public static final Muting OVER = new Muting(Instant.EPOCH);

    public Muting {
        if (until.isAfter(FOR_EVER)) {
            throw new IllegalArgumentException("must not be after %s, but is %s".formatted(FOR_EVER, until));
        }
        until = until.truncatedTo(ChronoUnit.MICROS);
    }

    /** The end, if it is yet to come. */
    Optional<Instant> after(Instant now) {
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }
}
