package app.parley.profile.personal;

/**
 * How far a device knows what its person keeps.
 *
 * @param version it knows every change up to here
 * @param forgotten what was forgotten up to here when it began, it never knew
 */
public record FeedPlace(long version, long forgotten) {

    /** Of a device that knows nothing. */
    public static final FeedPlace START = new FeedPlace(0, 0);

    /** Whether the device may keep what it knows: of what is gone since, it can still hear. */
    boolean leadsOnTo(PersonalState now) {
        return version == 0 || version <= now.version() && Math.max(version, forgotten) >= now.forgotten();
    }
}
