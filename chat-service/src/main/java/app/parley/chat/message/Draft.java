package app.parley.chat.message;

import app.parley.chat.conversation.Target;
import app.parley.chat.routing.Device;
import java.util.UUID;

/**
 * A message that somebody wants to send.
 *
 * @param id made by the client: the key by which a retry is recognised
 * @param content a JSON object, as text
 * @param characters how long its text is, in code points; 0 if it has none
 */
public record Draft(Device sender, UUID id, Target to, String content, int characters) {

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Draft[id=" + id + ", sender=" + sender + ", to=" + to + "]";
    }
}
