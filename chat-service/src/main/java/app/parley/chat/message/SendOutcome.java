package app.parley.chat.message;

import java.time.Instant;
import java.util.UUID;

/** What became of a draft. */
public sealed interface SendOutcome {

    /**
     * The message is durable.
     *
     * @param id the draft's
     */
    record Accepted(UUID id, UUID conversation, long seq, Instant at) implements SendOutcome {}

    /** It was not stored; or, if unavailable, nobody knows yet, and the same draft may be sent again. */
    record Refused(UUID id, Refusal refusal) implements SendOutcome {}
}
