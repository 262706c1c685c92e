package app.parley.cli.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of this user that the server has not accepted yet.
 *
 * @param id stays the same however often it is sent
 * @param to the user it is for
 * @param at when it was written
 */
public record Outgoing(UUID id, UUID to, String text, Instant at) {

    /** Without the text. */
    @Override
    public String toString() {
        return "Outgoing[id=" + id + ", to=" + to + "]";
    }
}
