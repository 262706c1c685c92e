package app.parley.chat.message;

import app.parley.chat.conversation.Audience;
import app.parley.chat.routing.Device;
import java.util.UUID;

/** A draft whose audience is known. */
public record Posting(UUID id, Device sender, String content, Audience audience) {

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Posting[id=" + id + ", conversation=" + audience.conversation().id() + "]";
    }
}
