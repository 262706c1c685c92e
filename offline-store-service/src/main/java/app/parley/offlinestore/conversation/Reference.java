package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
import app.parley.offlinestore.conversation.Snapshot.Send;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The earlier message of the same conversation that a message is about.
 *
 * @param own whether the sender must have sent it
 * @param withinMillis how long ago that may be; 0 for however long
 */
public record Reference(long seq, boolean own, long withinMillis) {

    /** Why this user may not change it so now; null if they may. */
    public @Nullable Outcome fault(UUID sender, Instant now, Send origin) {
        if (origin.kind() != Kind.MESSAGE) {
            return new Refused(Reason.NO_SUCH_MESSAGE);
        }
        if (own && !origin.sender().equals(sender)) {
            return new Refused(Reason.NOT_OWN);
        }
        boolean late = withinMillis > 0
                && Instant.ofEpochMilli(origin.atMillis() + withinMillis).isBefore(now);
        return late ? new Refused(Reason.TOO_LATE) : null;
    }
}
