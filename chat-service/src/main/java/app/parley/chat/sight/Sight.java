package app.parley.chat.sight;

/**
 * What somebody may see of another.
 *
 * @param lastSeen when they were there last; never without {@code online}
 * @param online whether they are there now
 * @param readReceipts how far they have read a conversation of the two
 * @param contact what comes of being in contact at all: that they type, or that something was delivered
 */
public record Sight(boolean lastSeen, boolean online, boolean readReceipts, boolean contact) {

    /** Where one has blocked the other, or where nobody knows. */
    public static final Sight NOTHING = new Sight(false, false, false, false);
}
