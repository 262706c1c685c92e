package app.parley.profile.departure;

/** What becomes of the messages of somebody who closes their account. */
public enum OwnMessages {
    /** They are erased, as if the person had deleted each. */
    ERASE,
    /** They stay, and nobody has sent them. */
    KEEP
}
