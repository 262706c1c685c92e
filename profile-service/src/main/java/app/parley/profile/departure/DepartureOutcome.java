package app.parley.profile.departure;

/** What became of somebody's wish to close their account. */
public sealed interface DepartureOutcome {

    /** Nobody finds it any more; what is left of it is being removed. */
    record Closed() implements DepartureOutcome {}

    /** They have not shown that it is theirs. */
    record NotProved() implements DepartureOutcome {}

    /** It is closed already. */
    record UnknownUser() implements DepartureOutcome {}
}
