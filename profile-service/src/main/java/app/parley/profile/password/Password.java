package app.parley.profile.password;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A password in clear that somebody chose, long enough and not one of the most common. Composed to Unicode normal form
 * C, since the same keys make different code points on different systems.
 */
public record Password(String value) {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    public Password {
        violation(value).ifPresent(reason -> {
            throw new IllegalArgumentException("The password " + reason);
        });
        value = composed(value);
    }

    /** What a chosen password breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        int length = length(raw);
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of("must have %d to %d characters, not %d".formatted(SHORTEST, LONGEST, length));
        }
        if (CommonPasswords.contain(raw)) {
            return Optional.of("must not be one of the most common passwords");
        }
        return Optional.empty();
    }

    /** Whether it could be a password at all; what could not need not be hashed to be refused. */
    static boolean plausible(String raw) {
        return length(raw) <= LONGEST;
    }

    static String composed(String raw) {
        return Normalizer.normalize(raw, Normalizer.Form.NFC);
    }

    private static int length(String raw) {
        return raw.codePointCount(0, raw.length());
    }

    /** Without the value, so that no log can hold it. */
    @Override
    public String toString() {
        return "Password[]";
    }
}
