package app.parley.chat.protocol;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a message says: a JSON object with a {@code type}, kept as text. The types that {@code docs/protocol.md} names are
 * checked; another passes unharmed, so that a newer client may use it.
 */
@JsonDeserialize(using = ContentDeserializer.class)
public final class Content {

    /** What a message has to do with the earlier message that it is about. */
    public enum About {
        /** It answers it, or says something of it; anybody may who sees it. */
        ANYBODYS,
        /** It changes it: only who sent it may, and not for ever. */
        ONES_OWN
    }

    /**
     * The earlier message of the same conversation that a message is about.
     *
     * @param seq its place
     */
    public record Reference(long seq, About about) {}

    private final String json;
    private final int textCharacters;
    private final boolean servers;
    private final @Nullable Reference reference;
    private final List<UUID> mentions;

    Content(String json, int textCharacters, boolean servers, @Nullable Reference reference, List<UUID> mentions) {
        this.json = json;
        this.textCharacters = textCharacters;
        this.servers = servers;
        this.reference = reference;
        this.mentions = mentions;
    }

    /** Content that was checked before, as it comes from the log. */
    public static Content ofChecked(String json) {
        return new Content(json, 0, false, null, List.of());
    }

    /** The object, as it is sent on. */
    @JsonValue
    @JsonRawValue
    public String json() {
        return json;
    }

    /** How long the text is, in code points, if a client said it just now and there is one; 0 otherwise. */
    public int textCharacters() {
        return textCharacters;
    }

    /** Whether it is of the type that only the server may say. */
    public boolean isServers() {
        return servers;
    }

    /** The earlier message that it is about, if a client said it just now and there is one. */
    public @Nullable Reference reference() {
        return reference;
    }

    /** The users whom it mentions, if a client said it just now. */
    public List<UUID> mentions() {
        return mentions;
    }

    /** Without the text, so that no log can hold it. */
    @Override
    public String toString() {
        return "Content[" + json.length() + " characters]";
    }
}
