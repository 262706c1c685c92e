package app.parley.chat.message;

import app.parley.chat.routing.Message;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows of one to one of its members.
 *
 * @param head the last message that they may see; 0 if there is none
 * @param unread how many messages they have not read
 * @param read up to where they have
 * @param timer after how many seconds what is said now disappears; 0 for never
 * @param at when the last message was sent that is shown at its own place, kept or not; null if there never was one
 * @param last that message; null if there is none, or it is not kept
 * @param edit the content of its last edit, a JSON object as text; null if it was not edited
 */
public record Overview(
        UUID conversation,
        long head,
        long unread,
        long read,
        long timer,
        @Nullable Instant at,
        @Nullable Message last,
        @Nullable String edit) {

    /** Of a conversation in which nothing was ever said. */
    public static Overview empty(UUID conversation) {
        return new Overview(conversation, 0, 0, 0, 0, null, null, null);
    }
}
