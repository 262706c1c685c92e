package app.parley.profile.privacy;

/**
 * What somebody may see of another, and do to them. Handle and display name everybody may see.
 *
 * @param lastSeen when they were there last: only if both let the other see it, and {@code online}: where it is not there, the
 *     one whom it is about is
 * @param online whether they are there now: only if both let the other see it
 * @param about what they say about themselves
 * @param photo the media that shows them
 * @param readReceipts how far they have read where the two talk: only if both let the other see it
 * @param contact what comes of being in contact at all: that they type, or that something was delivered
 * @param adding whether they may be added to a group
 */
public record Sight(
        boolean lastSeen,
        boolean online,
        boolean about,
        boolean photo,
        boolean readReceipts,
        boolean contact,
        boolean adding) {

    /** Where one has blocked the other. */
    public static final Sight NOTHING = new Sight(false, false, false, false, false, false, false);

    /** Of oneself. */
    static final Sight EVERYTHING = new Sight(true, true, true, true, true, true, true);

    static Sight of(Side viewer, Side subject) {
        if (viewer.blocks() || subject.blocks()) {
            return NOTHING;
        }
        Privacy its = subject.privacy();
        Privacy own = viewer.privacy();
        boolean online = subject.lets(its.online()) && viewer.lets(own.online());
        return new Sight(
                online && subject.lets(its.lastSeen()) && viewer.lets(own.lastSeen()),
                online,
                subject.lets(its.about()),
                subject.lets(its.photo()),
                subject.lets(its.readReceipts()) && viewer.lets(own.readReceipts()),
                true,
                subject.lets(its.groups()));
    }
}
