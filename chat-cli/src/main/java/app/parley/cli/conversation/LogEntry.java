package app.parley.cli.conversation;

import app.parley.cli.frame.GroupChange;
import app.parley.cli.frame.ServerFrame;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that this device has.
 *
 * @param text null in a message of a kind that this client does not know, and in a change
 * @param change what {@code from} changed in the group, or null if they wrote something
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntry(
        UUID conversation,
        long seq,
        UUID id,
        UUID from,
        Instant at,
        @Nullable String text,
        @Nullable GroupChange change) {

    private static final String NOT_KNOWN = "(a message that this client does not know)";

    /** What a {@code message} frame says. */
    public static LogEntry of(ServerFrame.Message message) {
        GroupChange change = message.change();
        return new LogEntry(
                message.conversation(),
                message.seq(),
                message.id(),
                message.from(),
                message.at(),
                change == null ? message.text() : null,
                change);
    }

    /** The text, or a stand-in for what cannot be shown. */
    public String shown() {
        return text != null ? text : NOT_KNOWN;
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "LogEntry[conversation=" + conversation + ", seq=" + seq + "]";
    }
}
