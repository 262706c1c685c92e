package app.parley.chat.routing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A durable message.
 *
 * @param seq its place in the conversation: 1, 2, 3 … without holes
 * @param id made by the sending client
 * @param sender who sent it, or made the change that it tells of
 * @param device from which it was sent, or {@link #NO_DEVICE} if the server says it
 * @param content a JSON object, as text
 */
public record Message(UUID conversation, long seq, UUID id, UUID sender, UUID device, Instant at, String content)
        implements Signal {

    /** The device of what the server says. */
    public static final UUID NO_DEVICE = new UUID(0, 0);

    /** The device it was sent from; null if the server says it. */
    public @Nullable UUID sentFrom() {
        return device.equals(NO_DEVICE) ? null : device;
    }

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Message[conversation=" + conversation + ", seq=" + seq + ", id=" + id + "]";
    }
}
