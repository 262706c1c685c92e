package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of a {@link Command}. */
public sealed interface Outcome {

    /**
     * The message is durable.
     *
     * @param duplicate whether it was before
     * @param outdated those of its audience of whose devices a newer list was known
     */
    record Appended(long seq, Instant at, boolean duplicate, List<UUID> outdated) implements Outcome {}

    /**
     * Where the user now stands.
     *
     * @param changed whether that is any further than before
     */
    record Progressed(long delivered, long read, boolean changed) implements Outcome {}

    /** A push notification may go out, for these messages. That it is for them is durable. */
    record PushStarted(PushRange range) implements Outcome {}

    /** The command was not carried out. */
    record Refused(Reason reason) implements Outcome {}

    /** Why. */
    enum Reason {
        SEQ_OUT_OF_RANGE,
        NOT_A_MEMBER,
        UNAVAILABLE
    }
}
