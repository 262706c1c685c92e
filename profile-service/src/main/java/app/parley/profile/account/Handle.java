package app.parley.profile.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name by which people find each other, unique and in lower case. ASCII only, so that no two handles look the same.
 */
public record Handle(String value) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9]+([._-][A-Za-z0-9]+)*");
    private static final Pattern SEPARATOR = Pattern.compile("[._-]");

    /** What others would take for the operator or for a part of the system; with or without separators. */
    private static final Set<String> RESERVED = Set.of(
            "abuse",
            "admin",
            "administrator",
            "all",
            "anonymous",
            "everyone",
            "help",
            "helpdesk",
            "hostmaster",
            "mod",
            "moderator",
            "noreply",
            "null",
            "official",
            "parley",
            "parleyadmin",
            "parleysupport",
            "parleyteam",
            "postmaster",
            "root",
            "security",
            "service",
            "staff",
            "support",
            "sysadmin",
            "system",
            "team",
            "undefined",
            "webmaster");

    public Handle {
        violation(value).ifPresent(reason -> {
            throw new IllegalArgumentException("The handle " + reason);
        });
        value = value.toLowerCase(Locale.ROOT);
    }

    /** The handle that was written, or empty if there can be no such handle. */
    public static Optional<Handle> parse(String raw) {
        return violation(raw).isEmpty() ? Optional.of(new Handle(raw)) : Optional.empty();
    }

    /** What a written handle breaks of the rules, as the end of a sentence; empty if nothing. */
    public static Optional<String> violation(String raw) {
        if (raw.length() < SHORTEST || raw.length() > LONGEST) {
            return Optional.of("must have %d to %d characters, not %d".formatted(SHORTEST, LONGEST, raw.length()));
        }
        if (!SHAPE.matcher(raw).matches()) {
            return Optional.of("must consist of letters a-z and digits, with single . _ or - between them");
        }
        if (isReserved(raw)) {
            return Optional.of("is reserved");
        }
        return Optional.empty();
    }

    private static boolean isReserved(String raw) {
        return RESERVED.contains(SEPARATOR.matcher(raw).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
