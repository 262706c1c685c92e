package app.parley.offlinestore.conversation;

import java.time.Instant;

/** What became of a {@link Command}. */
public sealed interface Outcome {

    /**
     * The message is durable.
     *
     * @param duplicate whether it was before
     */
    record Appended(long seq, Instant at, boolean duplicate) implements Outcome {}

    /**
     * Where the user now stands.
     *
     * @param changed whether that is any further than before
     */
    record Progressed(long delivered, long read, boolean changed) implements Outcome {}

    /** The command was not carried out. */
    record Refused(Reason reason) implements Outcome {}

    /** Why. */
    enum Reason {
        SEQ_OUT_OF_RANGE,
        NOT_A_MEMBER,
        UNAVAILABLE
    }
}
