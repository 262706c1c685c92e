package app.parley.presence.session;

/** What became of a refresh. */
public sealed interface RefreshOutcome {

    record Refreshed(Grant grant) implements RefreshOutcome {}

    /** There is no session (any more) to which this token belongs. */
    record Unknown() implements RefreshOutcome {}

    /** The token had been used before, so that two have it: the session has been revoked. */
    record Reused() implements RefreshOutcome {}
}
