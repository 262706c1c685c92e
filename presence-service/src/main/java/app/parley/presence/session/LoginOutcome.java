package app.parley.presence.session;

/** What became of a login. */
public sealed interface LoginOutcome {

    record LoggedIn(Grant grant) implements LoginOutcome {}

    /** There is no such account, or this is not its password or its code: which, is not said. */
    record WrongCredentials() implements LoginOutcome {}

    /** The user has as many devices as are allowed, and this would be one more. */
    record TooManyDevices(int allowed) implements LoginOutcome {}
}
