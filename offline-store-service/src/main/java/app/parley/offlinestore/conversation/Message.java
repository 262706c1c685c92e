package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A message with its place in a conversation's log.
 *
 * @param id the client's
 * @param content not looked into
 */
public record Message(UUID conversation, long seq, UUID id, UUID sender, UUID device, Instant at, String content) {

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Message[conversation=" + conversation + ", seq=" + seq + ", id=" + id + "]";
    }
}
