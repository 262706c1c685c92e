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
 * @param of the earlier message that a remark, an edit or a deletion is about; 0 for any other
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

    /** What a message says in whose place nothing is left; this and the next are all that the log says itself. */
    public static final String DELETED = "{\"type\":\"deleted\"}";

    /** What a message says of which nothing is to be shown, as long as its place is read: pages must not look shorter. */
    public static final String GONE = "{\"type\":\"gone\"}";

    /** Whether nothing is left of it. */
    public boolean isDeleted() {
        return content.equals(erasedContent());
    }

    /** As it is once these messages are deleted: without its content, if it is one of them, or what one of them said. */
    public Message without(Set<Long> deleted) {
        return deleted.contains(kind == Kind.EDIT ? of : seq) ? erased() : this;
    }

    /** As it is at this time: without its content if it has disappeared. */
    public Message at(Instant now) {
        return isExpired(now) ? with(GONE) : this;
    }

    /** Its place, without what it said. */
    Message erased() {
        return with(erasedContent());
    }

    /** The same from somebody else; who is gone has no device. */
    Message by(UUID other, String otherContent) {
        UUID from = other.equals(sender) ? device : Gone.NOBODY;
        return new Message(conversation, seq, id, other, from, at, otherContent, kind, of, expires);
    }

    private Message with(String otherContent) {
        return new Message(conversation, seq, id, sender, device, at, otherContent, kind, of, expires);
    }

    private String erasedContent() {
        return switch (kind) {
            case MESSAGE -> DELETED;
            // for who applies it, this makes the message deleted
            case EDIT -> "{\"type\":\"edit\",\"of\":" + of + ",\"content\":" + DELETED + "}";
            case REMARK -> GONE;
            case NOTICE, DELETION -> content;
        };
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
