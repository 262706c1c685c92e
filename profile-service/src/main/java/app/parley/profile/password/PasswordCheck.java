package app.parley.profile.password;

import java.util.Optional;

/** How a password compared with the hash that is kept. */
public sealed interface PasswordCheck {

    /**
     * It is the right one.
     *
     * @param renewed the hash to keep from now on, if the parameters have changed since the old one was made
     */
    record Right(Optional<String> renewed) implements PasswordCheck {}

    /** It is not, or there was nothing to compare it with. */
    record Wrong() implements PasswordCheck {}
}
