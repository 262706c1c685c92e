package app.parley.offlinestore.conversation;

/**
 * A stretch of a conversation's log that a member may see, because they were there.
 *
 * @param from the first message
 * @param to the last one
 */
public record Stay(long from, long to) {

    /** What a stay has in place of its last message as long as it lasts. */
    public static final long OPEN = Long.MAX_VALUE;

    /** That of somebody who has always been there. */
    public static final Stay ALWAYS = new Stay(1, OPEN);

    boolean has(long seq) {
        return from <= seq && seq <= to;
    }

    boolean isOpen() {
        return to == OPEN;
    }
}
