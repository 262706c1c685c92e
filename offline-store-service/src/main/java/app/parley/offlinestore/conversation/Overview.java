package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows of one to one of its members.
 *
 * @param head the last message that the member may see; 0 if there is none
 * @param unread how many messages the member has not read
 * @param read up to where they have
 * @param timer after how many seconds what is said now disappears; 0 for never
 * @param at when the last message was sent that is shown at its own place; null if there never was one
 * @param last the last message that is shown at its own place; null if there is none, or it is not kept
 * @param edit the content of its last edit, or null
 * @param toLookUp whether the last one is not for this member, or gone before others, so that theirs is in the log
 */
public record Overview(
        UUID conversation,
        long head,
        long unread,
        long read,
        long timer,
        @Nullable Instant at,
        @Nullable Message last,
        @Nullable String edit,
        boolean toLookUp) {

    /** With the first of these messages, the newest first, that is shown to the member. */
    public Overview with(List<Message> newestFirst, Predicate<Message> isShown) {
        Message found = newestFirst.stream().filter(isShown).findFirst().orElse(null);
        String itsEdit = found == null
                ? null
                : newestFirst.stream()
                        .filter(message -> message.kind() == Kind.EDIT && message.of() == found.seq())
                        .map(Message::content)
                        .findFirst()
                        .orElse(null);
        return new Overview(
                conversation, head, unread, read, timer, found == null ? null : found.at(), found, itsEdit, false);
    }
}
