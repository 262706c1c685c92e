package app.parley.offlinestore.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a {@link Command}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Outcome.Appended.class, name = "appended"),
    @JsonSubTypes.Type(value = Outcome.Progressed.class, name = "progressed"),
    @JsonSubTypes.Type(value = Outcome.PushStarted.class, name = "push_started"),
    @JsonSubTypes.Type(value = Outcome.OtherVersion.class, name = "other_version"),
    @JsonSubTypes.Type(value = Outcome.AudienceUnknown.class, name = "audience_unknown"),
    @JsonSubTypes.Type(value = Outcome.Refused.class, name = "refused")
})
public sealed interface Outcome {

    /**
     * The message is durable.
     *
     * @param seq its place in the conversation: 1, 2, 3 … without holes
     * @param at when it was accepted first, to the millisecond
     * @param duplicate true if it had been appended before, and this is a retry
     * @param outdated those of its audience of whose devices the conversation has seen a newer list. The message waits for
     *     the devices of that one; the caller should look them up again
     */
    record Appended(long seq, Instant at, boolean duplicate, List<UUID> outdated) implements Outcome {}

    /**
     * Where the user now stands.
     *
     * @param delivered the highest sequence number that one of the user's devices has, with all before it
     * @param read the highest that the user has read
     * @param changed false if the command said nothing new
     * @param everyone in a group, how far everybody in it is now; null if that has not changed
     */
    record Progressed(
            long delivered,
            long read,
            boolean changed,
            @Nullable Everyone everyone) implements Outcome {}

    /** What everybody in a group has received on one device at least, and read. */
    record Everyone(long delivered, long read) {}

    /** A push notification may go out, for the messages with these sequence numbers and all between. */
    record PushStarted(long fromSeq, long toSeq) implements Outcome {}

    /**
     * The group has another version than the caller thought, so nothing was appended. If it is newer, the caller looks the
     * group up again; if it is older, the log lacks changes, which the caller appends first.
     *
     * @param version that of the log
     */
    record OtherVersion(long version) implements Outcome {}

    /** The key of an audience was not the one that the conversation knows; nothing was appended. Sent with the list, it is. */
    record AudienceUnknown() implements Outcome {}

    /** The command was not carried out, and cannot be. */
    record Refused(Reason reason) implements Outcome {}

    /** Why. */
    enum Reason {
        /** The sequence number is beyond the conversation's head, or below 1. */
        @JsonProperty("seq_out_of_range")
        SEQ_OUT_OF_RANGE,
        /** The device takes no part in this conversation. */
        @JsonProperty("not_a_member")
        NOT_A_MEMBER,
        /** There is no message at the place that is referred to, or the sender may not see it. */
        @JsonProperty("no_such_message")
        NO_SUCH_MESSAGE,
        /** What is referred to was sent by somebody else. */
        @JsonProperty("not_own")
        NOT_OWN,
        /** What is referred to was sent too long ago, or nothing is known of it any more. */
        @JsonProperty("too_late")
        TOO_LATE,
        /** It could not be made durable in time. Sent again it gets the same place, if it has one after all. */
        @JsonProperty("unavailable")
        UNAVAILABLE
    }
}
