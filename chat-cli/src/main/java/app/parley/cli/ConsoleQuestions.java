package app.parley.cli;

import app.parley.cli.session.SignIn;
import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks on the console, if there is one.
 *
 * @param registers a new account is wanted anyway
 */
record ConsoleQuestions(@Nullable Console console, boolean registers) implements SignIn.Questions {

    @Override
    public Optional<String> password(String prompt) {
        if (console == null) {
            return Optional.empty();
        }
        char[] typed = console.readPassword("%s", prompt);
        return typed == null || typed.length == 0 ? Optional.empty() : Optional.of(new String(typed));
    }

    @Override
    public boolean confirm(String question) {
        if (registers || console == null) {
            return registers;
        }
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
