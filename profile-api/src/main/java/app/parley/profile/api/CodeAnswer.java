package app.parley.profile.api;

import java.time.Duration;

/**
 * What became of somebody's wish for a code.
 *
 * @param retryAfter with {@link Outcome#TOO_MANY}, in how many seconds the next one may be asked for; 0 otherwise
 */
public record CodeAnswer(Outcome outcome, long retryAfter) {

    /** What became of it. */
    public enum Outcome {
        /** The code is sent if somebody has the address, which is not told. */
        ACCEPTED,
        /** It is not an address. */
        NO_ADDRESS,
        /** Too many were asked for to that address, whether somebody has it or not. */
        TOO_MANY,
        /** This deployment does not send codes. */
        NOT_AVAILABLE
    }

    public static CodeAnswer of(Outcome outcome) {
        return new CodeAnswer(outcome, 0);
    }

    public static CodeAnswer tooMany(Duration retryAfter) {
        return new CodeAnswer(
                Outcome.TOO_MANY, Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }
}
