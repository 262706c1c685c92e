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

    /** What a message is in its conversation's log. */
    public enum Kind {
        /** It says something by itself. */
        MESSAGE,
        /** It changes something of the conversation. */
        NOTICE,
        /** It says something of an earlier message, with which it is shown. */
        REMARK,
        /** It is what an earlier message says instead. */
        EDIT,
        /** An earlier message is no more. */
        DELETION;

        /** Whether it is nothing without the earlier message that it is about. */
        boolean isAbout() {
            return this == REMARK || this == EDIT || this == DELETION;
        }
    }

    private final String json;
    private final int textCharacters;
    private final boolean servers;
    private final Kind kind;
    private final @Nullable Long about;
    private final List<UUID> mentions;
    private final @Nullable Long timer;

    Content(
            String json,
            int textCharacters,
            boolean servers,
            Kind kind,
            @Nullable Long about,
            List<UUID> mentions,
            @Nullable Long timer) {
        this.json = json;
        this.textCharacters = textCharacters;
        this.servers = servers;
        this.kind = kind;
        this.about = about;
        this.mentions = mentions;
        this.timer = timer;
    }

    /** Content that was checked before, as it comes from the log. */
    public static Content ofChecked(String json) {
        return new Content(json, 0, false, Kind.MESSAGE, null, List.of(), null);
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

    /** What it is, if a client said it just now. */
    public Kind kind() {
        return kind;
    }

    /** The sequence number of the earlier message that it is about, if a client said it just now and there is one. */
    public @Nullable Long about() {
        return about;
    }

    /** After how many seconds messages disappear from here on, 0 for never, if a client said that just now; or null. */
    public @Nullable Long timer() {
        return timer;
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
