package app.parley.profile.account;

/** What became of somebody's wish for an account. */
public sealed interface RegistrationOutcome {

    /** They have it. */
    record Registered(Account account) implements RegistrationOutcome {}

    /** Somebody else has that handle. */
    record HandleTaken(Handle handle) implements RegistrationOutcome {}
}
