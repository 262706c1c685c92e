package app.parley.chat.message;

import app.parley.chat.conversation.Target;
import app.parley.chat.routing.Device;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message that somebody wants to send.
 *
 * @param id made by the client: the key by which a retry is recognised
 * @param content a JSON object, as text
 * @param characters how long its text is, in code points; 0 if it has none
 * @param about the sequence number of the earlier message that it is about, or null
 * @param mentions the users whom it mentions
 * @param timer after how many seconds messages are to disappear from here on, 0 for never; null if it says nothing of that
 */
public record Draft(
        Device sender,
        UUID id,
        Target to,
        String content,
        int characters,
        Kind kind,
        @Nullable Long about,
        List<UUID> mentions,
        @Nullable Long timer) {

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Draft[id=" + id + ", sender=" + sender + ", to=" + to + "]";
    }
}
