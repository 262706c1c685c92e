package app.parley.offlinestore.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows of one to one of its members.
 *
 * @param head the last message that the member may see; 0 if there is none
 * @param unread how many messages they have not read and not answered: notices, edits, deletions and remarks do not count
 * @param read up to where they have read
 * @param timer after how many seconds what is said now disappears; 0 for never
 * @param at when the last message was sent that is shown at its own place, whether it is kept or not; null if there never was
 *     one
 * @param last the last message that is shown at its own place; null if there is none, or it is not kept
 * @param edit the content of its last edit, a JSON object as text; null if it was not edited
 */
public record Overview(
        UUID conversation,
        long head,
        long unread,
        long read,
        long timer,
        @Nullable Instant at,
        @Nullable StoredMessage last,
        @Nullable String edit) {}
