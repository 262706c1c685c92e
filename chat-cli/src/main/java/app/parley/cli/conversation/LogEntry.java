package app.parley.cli.conversation;

import app.parley.cli.frame.Content;
import app.parley.cli.frame.GroupChange;
import app.parley.cli.frame.ServerFrame;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An entry of a conversation's log that this device has.
 *
 * @param content as it came, so that a later version can show what this one cannot; null in a change
 * @param change what {@code from} changed in the group, or null if they wrote something
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogEntry(
        UUID conversation,
        long seq,
        UUID id,
        UUID from,
        Instant at,
        @Nullable JsonNode content,
        @Nullable GroupChange change) {

    /** Reads a kept entry. Those of older versions have a text instead of the content. */
    @JsonCreator
    static LogEntry read(
            @JsonProperty("conversation") UUID conversation,
            @JsonProperty("seq") long seq,
            @JsonProperty("id") UUID id,
            @JsonProperty("from") UUID from,
            @JsonProperty("at") Instant at,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("content") @Nullable JsonNode content,
            @JsonProperty("change") @Nullable GroupChange change) {
        JsonNode said = text == null ? content : new Content.Text(text).written();
        return new LogEntry(conversation, seq, id, from, at, said, change);
    }

    /** What a {@code message} frame says. */
    public static LogEntry of(ServerFrame.Message message) {
        GroupChange change = message.change();
        return new LogEntry(
                message.conversation(),
                message.seq(),
                message.id(),
                message.from(),
                message.at(),
                change == null ? message.content() : null,
                change);
    }

    /** What it says. */
    public Content said() {
        return Content.read(content);
    }

    /** This entry as one that was deleted before it came would be. */
    LogEntry deleted() {
        return new LogEntry(conversation, seq, id, from, at, new Content.Deleted().written(), null);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "LogEntry[conversation=" + conversation + ", seq=" + seq + "]";
    }
}
