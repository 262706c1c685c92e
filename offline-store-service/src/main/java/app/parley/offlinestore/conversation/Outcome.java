package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
     * @param everyone how far everybody in a group is now; null if that has not changed
     */
    record Progressed(
            long delivered,
            long read,
            boolean changed,
            @Nullable Everyone everyone) implements Outcome {}

    /** What everybody in a group has received on one device at least, and read. */
    record Everyone(long delivered, long read) {}

    /** A push notification may go out, for these messages. That it is for them is durable. */
    record PushStarted(PushRange range) implements Outcome {}

    /**
     * The group is of another version than the command's, which was not carried out.
     *
     * @param version that of the log
     */
    record OtherVersion(long version) implements Outcome {}

    /** The key of an audience is not the one that is known; the command was not carried out. */
    record AudienceUnknown() implements Outcome {}

    /** The command was not carried out. */
    record Refused(Reason reason) implements Outcome {}

    /** Why. */
    enum Reason {
        SEQ_OUT_OF_RANGE,
        NOT_A_MEMBER,
        NO_SUCH_MESSAGE,
        NOT_OWN,
        TOO_LATE,
        UNAVAILABLE
    }
}
