package app.parley.offlinestore.conversation;

import app.parley.offlinestore.conversation.Outcome.Reason;
import app.parley.offlinestore.conversation.Outcome.Refused;
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

    /** Why nobody may refer to it so who did not send it, or not then; null if it may be. */
    public @Nullable Outcome fault(UUID sender, Instant now, UUID author, Instant sent) {
        if (own && !author.equals(sender)) {
            return new Refused(Reason.NOT_OWN);
        }
        boolean late = withinMillis > 0 && sent.plusMillis(withinMillis).isBefore(now);
        return late ? new Refused(Reason.TOO_LATE) : null;
    }

    /** Whether it matters by whom it was sent, or when. */
    public boolean asksForOrigin() {
        return own || withinMillis > 0;
    }
}
