package app.parley.cli.conversation;

import app.parley.cli.frame.Content;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Something of this user that the server has not accepted yet.
 *
 * @param id stays the same however often it is sent
 * @param to the user it is for, or the group
 * @param group whether it is for a group
 * @param at when it was written
 */
public record Outgoing(UUID id, UUID to, boolean group, JsonNode content, Instant at) {

    /** Reads what was kept. Older versions kept a text instead of the content. */
    @JsonCreator
    static Outgoing read(
            @JsonProperty("id") UUID id,
            @JsonProperty("to") UUID to,
            @JsonProperty("group") boolean group,
            @JsonProperty("text") @Nullable String text,
            @JsonProperty("content") @Nullable JsonNode content,
            @JsonProperty("at") Instant at) {
        JsonNode said = content == null ? new Content.Text(text == null ? "" : text).written() : content;
        return new Outgoing(id, to, group, said, at);
    }

    /** Whom it is for. */
    public Recipient recipient() {
        return new Recipient(to, group);
    }

    /** What it says. */
    public Content said() {
        return Content.read(content);
    }

    /** Without the content. */
    @Override
    public String toString() {
        return "Outgoing[id=" + id + ", to=" + to + "]";
    }
}
