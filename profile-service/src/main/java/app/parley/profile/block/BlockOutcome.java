package app.parley.profile.block;

/** What became of blocking somebody. */
public sealed interface BlockOutcome {

    /** They are blocked, since now or before. */
    record Blocked() implements BlockOutcome {}

    /** One of the two does not exist. */
    record UnknownPerson() implements BlockOutcome {}

    /** Nobody blocks themselves. */
    record Oneself() implements BlockOutcome {}

    /** So many are blocked, and no more may be. */
    record Full(int most) implements BlockOutcome {}
}
