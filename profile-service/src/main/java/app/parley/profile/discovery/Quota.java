package app.parley.profile.discovery;

import java.time.Duration;
import java.time.Instant;

/**
 * How many numbers somebody may still look up: a bucket that fills up again, evenly.
 *
 * @param hashes how many at that time
 * @param at when that was
 */
record Quota(double hashes, Instant at) {

    /** What it has become since. */
    Quota at(Instant now, DiscoverySettings settings) {
        double days = Math.max(
                0,
                Duration.between(at, now).toMillis()
                        / (double) Duration.ofDays(1).toMillis());
        return new Quota(Math.min(settings.first(), hashes + days * settings.perDay()), now);
    }

    boolean allows(int more) {
        return more <= hashes;
    }

    Quota without(int some) {
        return new Quota(hashes - some, at);
    }

    /** How long until it allows so many, if it can hold them. */
    Duration until(int more, DiscoverySettings settings) {
        double days = (Math.min(more, settings.first()) - hashes) / settings.perDay();
        return Duration.ofMillis((long) Math.ceil(days * Duration.ofDays(1).toMillis()));
    }

    int remaining() {
        return (int) hashes;
    }
}
