package app.parley.chat.message;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a conversation's log.
 *
 * @param after the messages that follow this sequence number, the oldest first to come; or null
 * @param before the messages that precede it, the newest first to be taken; or null. With neither, the newest
 */
public record Page(@Nullable Long after, @Nullable Long before, int limit) {

    public static Page after(long seq, int limit) {
        return new Page(seq, null, limit);
    }
}
