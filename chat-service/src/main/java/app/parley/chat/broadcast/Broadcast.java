package app.parley.chat.broadcast;

import app.parley.chat.conversation.Target;
import app.parley.chat.message.Draft;
import app.parley.chat.message.Kind;
import app.parley.chat.routing.Device;
import java.util.List;
import java.util.UUID;

/**
 * A message that somebody wants to send to a broadcast list. It stands by itself: what it says has to hold in each
 * conversation that it comes to.
 *
 * @param id made by the client: the key by which a retry is recognised, in each conversation
 * @param content a JSON object, as text
 * @param characters how long its text is, in code points; 0 if it has none
 */
public record Broadcast(Device sender, UUID id, UUID list, String content, int characters) {

    /** As it is sent to one of the recipients. */
    Draft to(UUID recipient) {
        return new Draft(
                sender, id, new Target.OfUser(recipient), content, characters, Kind.MESSAGE, null, List.of(), null);
    }

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Broadcast[id=" + id + ", sender=" + sender + ", list=" + list + "]";
    }
}
