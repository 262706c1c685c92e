package app.parley.cli.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message of this user that the server has not accepted yet.
 *
 * @param id stays the same however often it is sent
 * @param to the user it is for, or the group
 * @param group whether it is for a group
 * @param at when it was written
 */
public record Outgoing(UUID id, UUID to, boolean group, String text, Instant at) {

    /** Whom it is for. */
    public Recipient recipient() {
        return new Recipient(to, group);
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "Outgoing[id=" + id + ", to=" + to + "]";
    }
}
