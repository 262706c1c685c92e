package app.parley.offlinestore.conversation;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message with its place in a conversation's log.
 *
 * @param id the client's
 * @param content not looked into
 * @param of the earlier message that an edit or a deletion is about; 0 for any other
 * @param expires when it disappears; null if it does not
 */
public record Message(
        UUID conversation,
        long seq,
        UUID id,
        UUID sender,
        UUID device,
        Instant at,
        String content,
        Kind kind,
        long of,
        @Nullable Instant expires) {

    /** What a message says in whose place nothing is left: the one content that the log makes itself. */
    public static final String DELETED = "{\"type\":\"deleted\"}";

    /** Whether nothing is left of it. */
    public boolean isDeleted() {
        return content.equals(deletedContent());
    }

    /** As it is once these messages are deleted: without its content, if it is one of them, or what one of them said. */
    public Message without(Set<Long> deleted) {
        boolean gone = kind == Kind.EDIT ? deleted.contains(of) : deleted.contains(seq);
        return gone
                ? new Message(conversation, seq, id, sender, device, at, deletedContent(), kind, of, expires)
                : this;
    }

    /** Of an edit, what makes the message deleted for who applies it. */
    private String deletedContent() {
        return kind == Kind.EDIT ? "{\"type\":\"edit\",\"of\":" + of + ",\"content\":" + DELETED + "}" : DELETED;
    }

    /** Whether it has disappeared. */
    public boolean isExpired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Without the content, so that no log can hold it. */
    @Override
    public String toString() {
        return "Message[conversation=" + conversation + ", seq=" + seq + ", id=" + id + "]";
    }
}
