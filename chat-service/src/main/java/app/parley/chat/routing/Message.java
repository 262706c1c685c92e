package app.parley.chat.routing;

import java.time.Instant;
import java.util.UUID;

/**
 * A durable message.
 *
 * @param seq its place in the conversation: 1, 2, 3 … without holes
 * @param id made by the sending client
 * @param content a JSON object, as text
 */
public record Message(UUID conversation, long seq, UUID id, UUID sender, UUID device, Instant at, String content)
        implements Signal {

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Message[conversation=" + conversation + ", seq=" + seq + ", id=" + id + "]";
    }
}
