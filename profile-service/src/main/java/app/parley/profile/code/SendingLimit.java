package app.parley.profile.code;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How many codes there may be in any minute, hour and day. */
record SendingLimit(int minute, int hour, int day) {

    /** After that it does not matter any more when a code was asked for. */
    static final Duration LONGEST = Duration.ofDays(1);

    /**
     * How long until one more is allowed; zero for now.
     *
     * @param times when codes were asked for, the oldest first
     */
    Duration untilNext(List<Instant> times, Instant now) {
        return Stream.of(
                        untilNext(times, minute, Duration.ofMinutes(1), now),
                        untilNext(times, hour, Duration.ofHours(1), now),
                        untilNext(times, day, LONGEST, now))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The window has to leave the last of so many behind. */
    private static Duration untilNext(List<Instant> times, int most, Duration window, Instant now) {
        if (times.size() < most) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, times.get(times.size() - most).plus(window));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
