package app.parley.chat.broadcast;

import app.parley.chat.message.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What became of a broadcast. */
public sealed interface BroadcastOutcome {

    /** The message is durable for everybody on the list who can be written to. */
    record Sent(List<Place> places, List<Skipped> skipped) implements BroadcastOutcome {}

    /** Where the message to one recipient is. */
    record Place(UUID recipient, UUID conversation, long seq, Instant at) {}

    /** Why one recipient got nothing, and will not if it is sent again. */
    record Skipped(UUID recipient, Refusal refusal) {}

    /** The sender has no such list. */
    record UnknownList() implements BroadcastOutcome {}

    /** It was not stored; or, if unavailable, not for everybody, and the same broadcast may be sent again. */
    record Refused(Refusal refusal) implements BroadcastOutcome {}
}
