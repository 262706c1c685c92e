package app.parley.offlinestore.shard;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are looked after that a device has not acknowledged.
 *
 * @param first how long after it was stored a message is overdue
 * @param longest the pause before it is said again begins with {@code first} and doubles up to this
 * @param attempts how often it is said; a device that is away then gets it when it connects
 * @param againFrom from which time on what a device was sent already is sent to it again
 * @param seat how long a chat node that looks after this instance's conversations may be silent before another one does
 */
@Validated
@ConfigurationProperties("parley.offline-store.supervision")
record SupervisionSettings(
        @DefaultValue("2s") Duration first,
        @DefaultValue("1m") Duration longest,
        @DefaultValue("16") @Min(1) int attempts,
        @DefaultValue("4") @Min(2) int againFrom,
        @DefaultValue("3s") Duration seat) {

    /** The pause after so many attempts. */
    Duration pauseAfter(int attempt) {
        Duration pause = first.multipliedBy(1L << Math.min(attempt, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
