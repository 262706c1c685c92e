package app.parley.profile.account;

import java.util.regex.Pattern;

/** What may stand in a line that others see of a person. */
final class Ink {

    /** Controls, lone surrogates, line breaks, and what overrides the direction of the text around it. */
    private static final Pattern FORBIDDEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u202A-\\u202E\\u2066-\\u2069\\p{IsNoncharacter_Code_Point}]");

    /** Something that leaves ink: not only spaces, joiners, marks, fillers and the blank Braille cell. */
    private static final Pattern VISIBLE =
            Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}&&[^\\u115F\\u1160\\u3164\\uFFA0\\u2800]]");

    private Ink() {}

    static boolean forbidden(String line) {
        return FORBIDDEN.matcher(line).find();
    }

    static boolean visible(String line) {
        return VISIBLE.matcher(line).find();
    }
}
