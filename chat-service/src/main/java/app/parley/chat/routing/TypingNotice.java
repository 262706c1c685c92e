package app.parley.chat.routing;

import java.util.UUID;

/** A user types, records, or stopped. */
public record TypingNotice(UUID conversation, UUID user, State state) implements Signal {

    /** What they do. */
    public enum State {
        STARTED,
        RECORDING,
        STOPPED
    }
}
