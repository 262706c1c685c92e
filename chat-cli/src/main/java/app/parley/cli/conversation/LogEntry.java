package app.parley.cli.conversation;

import app.parley.cli.frame.ServerFrame;
import java.time.Instant;
import java.util.UUID;

/** A message that this device has. */
public record LogEntry(UUID conversation, long seq, UUID id, UUID from, Instant at, String text) {

    /** What a {@code message} frame says. */
    public static LogEntry of(ServerFrame.Message message) {
        return new LogEntry(
                message.conversation(),
                message.seq(),
                message.id(),
                message.from(),
                message.at(),
                message.content().shown());
    }

    /** Without the text. */
    @Override
    public String toString() {
        return "LogEntry[conversation=" + conversation + ", seq=" + seq + "]";
    }
}
