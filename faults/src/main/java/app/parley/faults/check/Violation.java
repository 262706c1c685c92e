package app.parley.faults.check;

import app.parley.faults.record.Entry;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A clause of the contract that does not hold.
 *
 * @param kind what became of the message
 * @param what the clause, with the actual values
 * @param life all lines of the record about the message, in order
 */
public record Violation(Kind kind, String what, List<Entry> life) {

    /** The columns of the report. */
    public enum Kind {
        LOST,
        DOUBLED,
        OUT_OF_ORDER,
        INVENTED,
        /** A push notification went out that should not have. */
        PUSHED,
        /** A push notification did not go out that should have. */
        NOT_PUSHED,
        /** A message is still stored that should not be. */
        NOT_WIPED
    }

    @Override
    public String toString() {
        return kind + ": " + what
                + life.stream()
                        .map(entry -> "%n    %10.3f s  %s".formatted(entry.nanos() / 1e9, entry.event()))
                        .collect(Collectors.joining());
    }
}
